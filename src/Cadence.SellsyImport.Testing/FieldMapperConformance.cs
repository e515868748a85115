using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>What every <see cref="IFieldMapper"/> promises, as tests: derive a class from it, and the runner finds them.</summary>
public abstract class FieldMapperConformance
{
    private static readonly LeadField[] Fields =
    [
        LeadFields.SellsyContactId, LeadFields.FirstName, LeadFields.LastName, LeadFields.Owner, LeadFields.Email, LeadFields.Phone,
        LeadFields.Note, LeadFields.Birthday, LeadFields.Tags, LeadFields.Company, LeadFields.EmailConsent,
    ];

    private static readonly ImmutableArray<ExportColumn> Columns = [.. Fields.Select((field, index) => new ExportColumn(index, field.Name))];

    private static readonly string[] Person =
    [
        "4711", "Anne-Lise", "d’Étigny", "Aline Hélias", "anne-lise@etigny.example", "+33 5 46 77 88 99", "Première ligne", "29/02/1968",
        "salon", "Étigny & Fils", "Y",
    ];

    /// <summary>Creates the mapper under test, with the fields that Cadence knows.</summary>
    /// <returns>The mapper.</returns>
    protected abstract IFieldMapper CreateMapper();

    /// <summary>The cells of a row are stored in the fields that the mapping names.</summary>
    [Fact]
    public void A_row_is_mapped_to_the_fields_that_its_columns_feed()
    {
        var mapped = CreateMapper().Map(Row(Person), Mapping(), ExportFacts.None);

        Assert.NotNull(mapped.Lead);
        Assert.Equal(("4711", "Anne-Lise", "d’Étigny"), (mapped.Lead.SellsyContactId, mapped.Lead.FirstName, mapped.Lead.LastName));
        Assert.Equal("Aline Hélias", mapped.Owner.Name);
        Assert.DoesNotContain(mapped.Issues, issue => issue.Severity == IssueSeverity.Error);
    }

    /// <summary>A column that the mapping does not name feeds nothing.</summary>
    [Fact]
    public void A_field_that_nothing_feeds_is_blank()
    {
        var mapping = Mapping().Without(LeadFields.LastName).Without(LeadFields.Email);

        var lead = CreateMapper().Map(Row(Person), mapping, ExportFacts.None).Lead!;

        Assert.Null(lead.LastName);
        Assert.Empty(lead.Emails);
    }

    /// <summary>A constant is the value of every row.</summary>
    [Fact]
    public void A_constant_feeds_every_row()
    {
        var mapping = Mapping().WithConstant(LeadFields.LastName, "Martin").WithConstant(LeadFields.Owner, "Noé Brûlé");

        var mapped = CreateMapper().Map(Row(Person), mapping, ExportFacts.None);

        Assert.Equal(("Martin", "Noé Brûlé"), (mapped.Lead!.LastName, mapped.Owner.Name));
    }

    /// <summary>A blank cell gives null, never an empty text, and lists are never default.</summary>
    [Fact]
    public void A_blank_cell_is_none_and_never_an_empty_text()
    {
        var lead = CreateMapper().Map(Row(["1", "Maëlys", "", " ", "", "\u00A0", "", "", "", "", ""]), Mapping(), ExportFacts.None).Lead!;

        Assert.Equal((null, null, null), (lead.LastName, lead.Note, lead.Company?.Name));
        Assert.Null(lead.Birthday);
        Assert.Null(lead.EmailConsent);
        Assert.Equal((0, 0, 0), (lead.Emails.Length, lead.Phones.Length, lead.Tags.Length));
    }

    /// <summary>Each fault of a row is reported as an issue that names the row.</summary>
    [Fact]
    public void A_mandatory_field_that_is_blank_is_an_error_of_its_row()
    {
        var mapped = CreateMapper().Map(Row(["1", "", "", "", "", "", "", "", "", "", ""], number: 12), Mapping(), ExportFacts.None);

        var errors = mapped.Issues.Where(issue => issue.Severity == IssueSeverity.Error).ToArray();
        Assert.Contains(errors, issue => issue.Field == LeadFields.FirstName.Name);
        Assert.All(errors, issue => Assert.True(issue.Row is 0 or 12, $"row {issue.Row}"));
    }

    /// <summary>No value causes an exception: any text in any field gives a lead or issues.</summary>
    [Fact]
    public void No_text_in_any_field_makes_it_throw()
    {
        var mapper = CreateMapper();
        var mapping = Mapping();
        foreach (var text in OddTexts.All)
        {
            for (var column = 0; column < Person.Length; column++)
            {
                var cells = Person.ToArray();
                cells[column] = text;

                var mapped = mapper.Map(Row(cells), mapping, ExportFacts.None);

                Assert.True(mapped.Lead is not null || !mapped.Issues.IsEmpty, $"Neither lead nor issue: column {column}");
                Assert.False(mapped.Issues.IsDefault);
            }
        }
    }

    /// <summary>The same arguments give the same answer, whatever the culture of the host.</summary>
    [Fact]
    public void The_answer_does_not_depend_on_the_culture_of_the_host()
    {
        var expected = Described();
        string[] names = ["tr-TR", "ar-SA", "fr-FR", "th-TH"];
        var cultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Where(culture => names.Contains(culture.Name))
            .Append(CultureInfo.InvariantCulture);

        Assert.All(cultures, culture =>
        {
            string? actual = null;
            var thread = new Thread(() => actual = Described()) { CurrentCulture = culture, CurrentUICulture = culture };
            thread.Start();
            thread.Join();
            Assert.Equal(expected, actual);
        });
    }

    /// <summary>One mapper serves many threads.</summary>
    [Fact]
    public void It_can_be_used_by_many_threads()
    {
        var mapper = CreateMapper();
        var mapping = Mapping();
        var expected = LeadText.Of(mapper.Map(Row(Person), mapping, ExportFacts.None));
        var answers = new string[1_000];

        Parallel.For(0, answers.Length, i => answers[i] = LeadText.Of(mapper.Map(Row(Person), mapping, ExportFacts.None)));

        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }

    /// <summary>A suggestion feeds a field from a column of the file, and each column feeds one field.</summary>
    [Fact]
    public void A_suggestion_names_columns_of_the_file_each_once_and_is_the_same_every_time()
    {
        var mapper = CreateMapper();
        var generator = new SellsyExportGenerator();
        ImmutableArray<ExportColumn> columns = [.. generator.Headings.Select((heading, index) => new ExportColumn(index, heading))];

        var mapping = mapper.Suggest(columns, []).Mapping;

        var used = mapping.Assignments.Where(assignment => assignment.Column is not null).Select(assignment => assignment.Column!).ToArray();
        Assert.NotEmpty(used);
        Assert.All(used, column => Assert.Contains(column, columns));
        Assert.Equal(used.Length, used.Distinct().Count());
        Assert.Equal(mapping.Hash, mapper.Suggest(columns, []).Mapping.Hash);
        Assert.Empty(mapper.Suggest([], []).Mapping.Assignments);
    }

    private static FieldMapping Mapping() =>
        Fields.Zip(Columns).Aggregate(FieldMapping.Empty, (mapping, pair) => mapping.WithColumn(pair.First, pair.Second));

    private static SellsyRow Row(string[] cells, long number = 1) =>
        new(number, new(number + 1, number + 1), new(Enumerable.Range(0, cells.Length)), cells);

    private string Described() => LeadText.Of(CreateMapper().Map(Row(Person), Mapping(), ExportFacts.None));
}
