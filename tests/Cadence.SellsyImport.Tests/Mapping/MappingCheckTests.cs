using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>A mapping that cannot be used is refused before the first row.</summary>
public sealed class MappingCheckTests
{
    private static readonly ExportColumn A = new(0, "A"), B = new(1, "B"), C = new(2, "C");

    private readonly LeadFieldCollection _fields = [];

    [Fact]
    public void The_mandatory_fields_that_nothing_feeds_are_named_and_the_id_of_the_owner_stands_for_the_name()
    {
        _fields.Change("LastName", field => field with { IsMandatory = true });
        var id = FieldMapping.Empty.WithColumn(LeadFields.SellsyContactId, A).WithConstant(LeadFields.FirstName, "Zoé");

        Assert.Equal(["contacts.csv", "SellsyContactId, FirstName, LastName, Owner", "SellsyContactId"], Missing(FieldMapping.Empty).Arguments);
        Assert.Equal(["contacts.csv", "LastName, Owner"], Missing(id).Arguments);
        Assert.Equal(["contacts.csv", "LastName"], Missing(id.WithColumn(LeadFields.OwnerSellsyId, B)).Arguments);
        Assert.Equal(["contacts.csv", "LastName"], Missing(id.WithConstant(LeadFields.Owner, "Marie")).Arguments);
        MappingCheck.ThrowIfIncomplete("contacts.csv", id.WithColumn(LeadFields.OwnerSellsyId, B).WithColumn(LeadFields.LastName, C), _fields);
    }

    [Fact]
    public void A_field_that_the_import_does_not_have_is_named_with_those_that_it_has()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.SellsyContactId, A).WithConstant(LeadFields.Owner, "Marie").WithConstant(LeadFields.FirstName, "Zoé");
        var refused = Assert.Throws<SellsyImportException>(() => MappingCheck.ThrowIfIncomplete("contacts.csv", mapping.WithColumn(new("Other", LeadFieldKind.Text), B), _fields));

        Assert.Equal((ErrorCodes.FieldUnknown, "Other"), (refused.Code, refused.Arguments[0]));
        Assert.StartsWith("SellsyContactId, FirstName, ", refused.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Birthday", DateOrder.MonthFirst, true)]
    [InlineData("CreatedInSellsy", DateOrder.DayFirst, true)]
    [InlineData("birthday", DateOrder.DayFirst, false)]
    [InlineData("LastName", DateOrder.DayFirst, false)]
    [InlineData("Birthday", (DateOrder)7, false)]
    public void An_order_is_chosen_for_dates_only(string field, DateOrder order, bool isRight)
    {
        var overrides = ReadingOverrides.None.WithDateOrder(field, order);
        var refused = Record.Exception(() => MappingCheck.ThrowIfNotDates(overrides, _fields)) as SellsyImportException;

        Assert.Equal(isRight ? null : ErrorCodes.OptionInvalid, refused?.Code);
        if (!isRight)
        {
            Assert.Equal(["DateOrders", $"{field}={order}", "Birthday, CreatedInSellsy, ModifiedInSellsy"], refused!.Arguments);
        }
    }

    [Fact]
    public void A_mapping_of_other_headings_is_not_applied()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.FirstName, A).WithColumn(LeadFields.LastName, B).WithColumn(LeadFields.Email, C).WithConstant(LeadFields.Owner, "Marie");

        MappingCheck.ThrowIfColumnsDiffer("contacts.csv", mapping, SampleFile.Columns("A", "B", "C", "D"));
        Assert.Equal(["contacts.csv", "C"], Strange(mapping, "A", "B").Arguments);
        Assert.Equal(["contacts.csv", "B, C"], Strange(mapping, "A", "C", "B").Arguments);
        Assert.Equal(["contacts.csv", "A, B, C"], Strange(mapping).Arguments);
    }

    [Theory]
    [InlineData("Nom", 1)]
    [InlineData("NOM", 0)]
    [InlineData("prenom", 2)]
    public void A_heading_as_it_is_spelt_means_its_column_and_else_the_only_one_that_is_folded_alike(string heading, int index) =>
        Assert.Equal(index, ColumnFinder.Find("contacts.csv", SampleFile.Columns("NOM", "Nom", "Prénom", "Ville", "Ville"), heading).Index);

    [Theory]
    [InlineData("nom", ErrorCodes.ColumnAmbiguous, "#0, #1")]
    [InlineData("Ville", ErrorCodes.ColumnAmbiguous, "#3, #4")]
    [InlineData("Pays", ErrorCodes.ColumnsNotFound, null)]
    public void A_heading_of_no_column_or_of_several_is_refused(string heading, string code, string? positions)
    {
        var refused = Assert.Throws<SellsyImportException>(() => ColumnFinder.Find("contacts.csv", SampleFile.Columns("NOM", "Nom", "Prénom", "Ville", "Ville"), heading));

        Assert.Equal(code, refused.Code);
        Assert.Equal(positions is null ? ["contacts.csv", heading] : ["contacts.csv", heading, positions], refused.Arguments);
    }

    private SellsyImportException Missing(FieldMapping mapping)
    {
        var refused = Assert.Throws<SellsyImportException>(() => MappingCheck.ThrowIfIncomplete("contacts.csv", mapping, _fields));
        Assert.Equal(ErrorCodes.MandatoryFieldsNotMapped, refused.Code);
        return refused;
    }

    private static SellsyImportException Strange(FieldMapping mapping, params string[] headings)
    {
        var refused = Assert.Throws<SellsyImportException>(() => MappingCheck.ThrowIfColumnsDiffer("contacts.csv", mapping, SampleFile.Columns(headings)));
        Assert.Equal(ErrorCodes.ColumnsNotFound, refused.Code);
        return refused;
    }
}
