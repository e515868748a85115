using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class HeadingCorpusTests(ITestOutputHelper output)
{
    private static readonly HeadingCorpus Corpus = HeadingCorpus.Load();

    /// <summary>Exports of other programs whose headings were looked at before such files were refused.</summary>
    private static readonly string[] OfOtherPrograms =
        ["Google contacts", "Outlook contacts", "HubSpot in English", "HubSpot in French", "Salesforce in English", "Pipedrive"];

    private readonly MappingSuggester _suggester = new(LeadFields.All);

    [Fact]
    public void No_heading_of_the_corpus_is_given_to_a_wrong_field()
    {
        List<string> wrong = [];
        List<string> missed = [];
        var (right, refused) = (0, 0);
        var rows = Corpus.Rows.Concat(Corpus.Headings.Select(single => new HeadingCorpus.Row("by itself", null, [single.Heading], [single.Field], null)));
        foreach (var row in rows)
        {
            Assert.Equal(row.Headings.Length, row.Fields.Length);
            Assert.True(row.Program == ForeignPrograms.Recognise(row.Headings) || OfOtherPrograms.Contains(row.Name), row.Name);
            if (row.Program is not null)
            {
                refused += row.Headings.Length;
                continue;
            }

            var mapping = _suggester.Suggest(SampleFile.Columns(row.Headings), SampleFile.Rows(row.Values ?? [])).Mapping;
            for (var i = 0; i < row.Headings.Length; i++)
            {
                var found = mapping.Assignments.SingleOrDefault(assignment => assignment.Column!.Index == i)?.Field.Name;
                var text = $"{row.Name}: '{row.Headings[i]}' is {row.Fields[i] ?? "nothing"}, found {found ?? "nothing"}";
                if (found == row.Fields[i])
                {
                    right++;
                }
                else
                {
                    (found is null ? missed : wrong).Add(text);
                }
            }
        }

        output.WriteLine($"{right + wrong.Count + missed.Count} headings: {right} right, {wrong.Count} wrong, {missed.Count} missed; {refused} in files of other programs");
        missed.ForEach(output.WriteLine);
        Assert.Empty(wrong);
        Assert.True(right > 2900, $"Only {right} headings were looked at and right.");
        Assert.True(missed.Count <= 30, string.Join('\n', missed));
    }

    [Fact]
    public void Nothing_that_Sellsy_writes_is_missed()
    {
        var looked = 0;
        foreach (var row in Corpus.Rows.Where(row => row.Name.StartsWith("famil", StringComparison.Ordinal)))
        {
            var mapping = _suggester.Suggest(SampleFile.Columns(row.Headings), []).Mapping;
            string?[] found =
            [
                .. row.Headings.Select((_, index) => mapping.Assignments.SingleOrDefault(assignment => assignment.Column!.Index == index)?.Field.Name),
            ];
            Assert.True(row.Fields.SequenceEqual(found), row.Name + ": " + string.Join(", ", row.Headings.Where((_, index) => row.Fields[index] != found[index])));
            looked++;
        }

        Assert.True(looked > 90, $"{looked} heading rows");
    }

    [Fact]
    public void Every_heading_row_is_of_the_family_that_the_corpus_tells()
    {
        var looked = 0;
        foreach (var row in Corpus.Rows.Where(row => row.Family is not null))
        {
            Assert.True(row.Family == HeadingFamilies.Of(row.Headings).ToString(), $"{row.Name}: {HeadingFamilies.Of(row.Headings)}");
            looked++;
        }

        Assert.True(looked > 25, $"{looked} heading rows");
    }

    [Fact]
    public void No_heading_row_with_a_first_name_is_another_export_of_Sellsy()
    {
        var looked = 0;
        foreach (var row in Corpus.Rows.Where(row => row.Fields.Contains("FirstName")))
        {
            Assert.Null(ForeignExports.Recognise(row.Headings));
            looked++;
        }

        Assert.True(looked > 100, $"{looked} heading rows");
    }
}
