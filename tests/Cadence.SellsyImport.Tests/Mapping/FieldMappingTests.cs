using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Which column feeds which field, and what a change of it takes away.</summary>
public sealed class FieldMappingTests
{
    private static readonly ExportColumn A = new(0, "A"), B = new(1, "B"), C = new(2, "C");

    [Fact]
    public void A_column_feeds_one_field_and_a_field_has_one_column()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.FirstName, A).WithColumn(LeadFields.LastName, B);

        Assert.Equal("FirstName=0 LastName=1", Text(mapping));
        Assert.Equal("LastName=1 FirstName=2", Text(mapping.WithColumn(LeadFields.FirstName, C)));
        Assert.Equal("FirstName=1", Text(mapping.WithColumn(LeadFields.FirstName, B)));
        Assert.Equal("LastName=1", Text(mapping.Without(LeadFields.FirstName)));
        Assert.Equal("LastName=1 FirstName=x", Text(mapping.WithConstant(LeadFields.FirstName, "x")));
        Assert.Equal("LastName=1 FirstName=0", Text(mapping.WithConstant(LeadFields.FirstName, "x").WithColumn(LeadFields.FirstName, A)));
        Assert.Equal("FirstName=x LastName=y", Text(FieldMapping.Empty.WithConstant(LeadFields.FirstName, "x").WithConstant(LeadFields.LastName, "y")));
        Assert.Equal("FirstName=x LastName=0", Text(FieldMapping.Empty.WithConstant(LeadFields.FirstName, "x").WithColumn(LeadFields.LastName, A)));
    }

    [Fact]
    public void A_further_column_is_added_to_a_list_and_taken_from_the_field_that_it_fed()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.Email, A).WithColumn(LeadFields.Phone, B);

        Assert.Equal("Email=0 Phone=1 Email=2", Text(mapping.WithFurtherColumn(LeadFields.Email, C)));
        Assert.Equal("Email=0 Email=1", Text(mapping.WithFurtherColumn(LeadFields.Email, B)));
        Assert.Equal("Phone=1 Email=0", Text(mapping.WithFurtherColumn(LeadFields.Email, A)));
        Assert.Equal("Phone=x Email=0", Text(FieldMapping.Empty.WithConstant(LeadFields.Email, "a@b.example").WithConstant(LeadFields.Phone, "x").WithFurtherColumn(LeadFields.Email, A)));
        Assert.Equal([0, 1], mapping.Columns.Indexes);
        Assert.Same(A, mapping.WithFurtherColumn(LeadFields.Email, C).Find(LeadFields.Email)!.Column);
        Assert.Null(mapping.Find(LeadFields.Fax));
    }

    [Fact]
    public void One_value_has_no_further_column_and_the_id_of_the_contact_no_constant()
    {
        Assert.Contains("FirstName", Assert.Throws<ArgumentException>(() => FieldMapping.Empty.WithFurtherColumn(LeadFields.FirstName, A)).Message, StringComparison.Ordinal);
        var refused = Assert.Throws<SellsyImportException>(() => FieldMapping.Empty.WithConstant(LeadFields.SellsyContactId, "7"));

        Assert.Equal((ErrorCodes.IdentityConstant, "SellsyContactId"), (refused.Code, refused.Arguments[0]));
        Assert.Throws<ArgumentException>(() => FieldMapping.Empty.WithConstant(LeadFields.Owner, " "));
        Assert.Throws<ArgumentNullException>(() => FieldMapping.Empty.WithConstant(null!, "7"));
        Assert.Throws<ArgumentNullException>(() => FieldMapping.Empty.WithColumn(LeadFields.Owner, null!));
        Assert.Throws<ArgumentNullException>(() => FieldMapping.Empty.Find(null!));
    }

    [Fact]
    public void Decisions_on_the_texts_of_a_column_are_in_order_and_replace_each_other()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.EmailConsent, A).WithColumn(LeadFields.SmsConsent, B)
            .WithValue(A, " z ", " oui ").WithValue(A, "Z", "non").WithValue(A, "a", "").WithValue(A, "z", "non");

        Assert.Equal([new("Z", "non"), new("a", ""), new("z", "non")], mapping.Assignments[0].Values);
        Assert.Empty(mapping.Assignments[1].Values);
        Assert.Equal(["Z", "z"], mapping.WithoutValue(A, " a ").Assignments[0].Values.Select(decision => decision.Text));
        Assert.Equal(3, mapping.WithoutValue(A, "b").Assignments[0].Values.Length);
        Assert.Contains("index 2", Assert.Throws<ArgumentException>(() => mapping.WithValue(C, "a", "b")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => mapping.WithValue(A, " ", "b"));
        Assert.Throws<ArgumentNullException>(() => mapping.WithValue(A, "a", null!));
        Assert.Throws<ArgumentNullException>(() => mapping.WithValue(null!, "a", "b"));
        Assert.Throws<ArgumentNullException>(() => mapping.WithoutValue(A, null!));
    }

    [Fact]
    public void The_hash_is_that_of_what_feeds_the_fields_whatever_the_order_and_the_evidence()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.FirstName, A).WithColumn(LeadFields.LastName, B);
        var choice = new LeadField("Choice", LeadFieldKind.Choice) { Choices = ["a", "b"] };
        FieldMapping[] others =
        [
            FieldMapping.Empty, FieldMapping.Empty.WithColumn(LeadFields.FirstName, A), mapping.WithColumn(LeadFields.LastName, C),
            mapping.WithColumn(LeadFields.LastName, new(1, "C")), mapping.WithConstant(LeadFields.LastName, "B"), mapping.WithConstant(LeadFields.LastName, "C"),
            mapping.WithValue(A, "a", "b"), mapping.WithValue(A, "a", "c"), mapping.WithValue(A, "b", "b"), mapping.WithValue(A, "a", "b").WithValue(A, "b", "b"),
            .. new[]
            {
                LeadFields.LastName with { IsMandatory = true }, LeadFields.LastName with { MaxLength = 5 }, LeadFields.LastName with { MaxLength = 6 },
                LeadFields.LastName with { Kind = LeadFieldKind.Choice }, LeadFields.LastName with { ExistingLeads = ExistingLeadPolicy.Skip },
                LeadFields.LastName with { ExistingLeads = ExistingLeadPolicy.FillBlanks }, choice, choice with { Choices = ["a", "c"] }, choice with { Choices = ["a"] },
            }.Select(field => FieldMapping.Empty.WithColumn(LeadFields.FirstName, A).WithColumn(field, B)),
        ];

        Assert.Equal(mapping.Hash, FieldMapping.Empty.WithColumn(LeadFields.LastName, B, MappingEvidence.Alias).WithColumn(LeadFields.FirstName, A).Hash);
        Assert.Equal(others.Length + 1, others.Append(mapping).Select(other => other.Hash).Distinct().Count());
    }

    [Fact]
    public void Fields_are_read_in_the_order_of_Cadence_and_those_of_the_host_behind_them_by_name()
    {
        var mapping = FieldMapping.Empty.WithConstant(new("Zone", LeadFieldKind.Text), "1").WithColumn(new("Alpha", LeadFieldKind.Text), A).WithColumn(LeadFields.Email, B)
            .WithFurtherColumn(LeadFields.Email, C).WithConstant(LeadFields.FirstName, "x");

        Assert.Equal(
            ["FirstName -1 0 False False", "Email 1 1 True False", "Email 2 2 True True", "Alpha 0 3 False False", "Zone -1 4 False False"],
            mapping.Compiled.Select(compiled => $"{compiled.Field} {compiled.Column} {compiled.Number} {compiled.IsOfSeveral} {compiled.IsFurther}"));
    }

    [Fact]
    public void The_id_of_the_owner_is_mandatory_only_where_no_column_has_the_name()
    {
        var id = FieldMapping.Empty.WithColumn(LeadFields.OwnerSellsyId, A);

        Assert.Equal([true], id.Compiled.Select(compiled => compiled.IsMandatory));
        Assert.Equal([true, false], id.WithColumn(LeadFields.Owner, B).Compiled.Select(compiled => compiled.IsMandatory));
        Assert.Equal([false, true], id.WithColumn(LeadFields.LastName, B).Compiled.Select(compiled => compiled.IsMandatory));
    }

    [Theory]
    [InlineData("FirstName JobPosition Civility LinkedIn Website Note Tags CompanyCity CompanyEmail CompanyPhone CompanyCountry CompanySiren EmailConsent", true)]
    [InlineData("SellsyContactId Owner OwnerSellsyId Email Phone Mobile Fax Birthday CreatedInSellsy CompanySellsyId Company CompanyZipCode", false)]
    public void A_cell_means_the_same_on_every_row_unless_the_others_count(string fields, bool isJudgedAlone) => Assert.All(
        fields.Split(' '),
        name => Assert.Equal(isJudgedAlone, FieldMapping.Empty.WithColumn(LeadFields.All.Single(field => field.Name == name), A).Compiled[0].IsJudgedAlone));

    [Fact]
    public void A_field_of_the_host_has_no_place_of_its_own()
    {
        var compiled = FieldMapping.Empty.WithColumn(new("Other", LeadFieldKind.Tags), A).Compiled[0];

        Assert.Equal((null, false, false), (compiled.Known, compiled.IsJudgedAlone, compiled.IsOfCompany));
    }

    [Fact]
    public void What_is_asked_of_a_mapping_for_each_row_is_made_once()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.FirstName, A);

        Assert.Same(mapping.Compiled, mapping.Compiled);
        Assert.Same(mapping.Columns, mapping.Columns);
        Assert.Same(mapping.Hash, mapping.Hash);
    }

    [Fact]
    public void An_assignment_has_a_field_and_a_source()
    {
        Assert.Throws<ArgumentNullException>("field", () => new FieldAssignment(null!, A, MappingEvidence.Chosen));
        Assert.Throws<ArgumentNullException>("column", () => new FieldAssignment(LeadFields.Owner, (ExportColumn)null!, MappingEvidence.Chosen));
        Assert.Throws<ArgumentNullException>("field", () => new FieldAssignment(null!, "Marie"));
        Assert.Throws<ArgumentException>("constant", () => new FieldAssignment(LeadFields.Owner, " "));
    }

    private static string Text(FieldMapping mapping) =>
        string.Join(' ', mapping.Assignments.Select(assignment => $"{assignment.Field}={assignment.Column?.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? assignment.Constant}"));
}
