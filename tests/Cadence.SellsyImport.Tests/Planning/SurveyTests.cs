using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Plain;
using Cadence.SellsyImport.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Planning;

/// <summary>A survey in several parts at once finds what a survey of the whole file finds, wherever the parts are thought to start.</summary>
public sealed class SurveyTests
{
    private static readonly IOptions<SellsyImportOptions> Options = Microsoft.Extensions.Options.Options.Create(new SellsyImportOptions());

    /// <summary>Between right rows: quotes that do not belong, a file that was glued on, a row that a line break cuts, notes that look like rows.</summary>
    private static readonly string[] OddLines =
    [
        "\"", "a;\"b", "", " ", "7;Zoé;\"Petit\nRoux\"", "\uFEFF", RandomExports.Headings, PlainExports.Headings, "E-mail;Nom", "8;Ali", "fin",
        "9;Bob;\"une note\n10;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;\n11;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;\";Marie Durand;;;;;;",
        "12;Bob;Noir;Marie Durand;a@b.example;;;Acme;8;x", "13;Bob;Noir;Marie Durand;a@b.example;;;Acme;9;\"x\ny\"", "14;Bob;Noir;\u0001;;;;;;", "\r",
    ];

    private static readonly Gen<string> RandomFile =
        from lines in RandomExports.Lines.Generator
        from more in RandomExports.Lines.Generator
        from odd in Gen.Elements(OddLines).ArrayOf()
        select Joined(RandomExports.Headings, ["1;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;x", .. lines, .. odd, .. more]);

    private static readonly Gen<string> PlainFile = PlainExports.Lines.Generator.Select(lines => Joined(PlainExports.Headings, lines));

    [Fact]
    public void Any_cuts_of_any_file_give_the_survey_of_the_whole()
    {
        var (joined, kept) = (0, 0);
        Properties.Property.Holds(
            Prop.ForAll(
                Gen.OneOf(RandomFile, PlainFile).ToArbitrary(),
                Gen.Choose(0, 1_000).NonEmptyListOf().ToArbitrary(),
                async (text, cuts) =>
                {
                    var file = Encoding.UTF8.GetBytes(text);
                    long[] offsets = [.. cuts.Select(cut => (long)cut * file.Length / 1_000).Order()];

                    if (!await CanBeOpenedAsync(file))
                    {
                        return;
                    }

                    var whole = await SurveyAsync(file, []);
                    var parts = await SurveyAsync(file, offsets);

                    Assert.Equal(Described(whole), Described(parts));
                    joined += parts.Blocks.Count - 1;
                    kept += parts.Blocks.Count(block => block.Records is not null);
                }),
            tests: 500);
        Assert.True(joined > 100 && kept > 100, $"Parts were joined {joined} times, records of {kept} blocks kept.");
    }

    [Fact]
    public async Task A_part_that_starts_within_a_note_is_thrown_away()
    {
        var row = "Bob;Noir;Marie Durand;a@b.example;;;Acme;7;x";
        var note = string.Concat(Enumerable.Range(100, 50).Select(id => $"{id};{row}\n"));
        var text = Joined(RandomExports.Headings, [$"1;{row}", $"2;Bob;Noir;Paul Martin;a@b.example;;;Globex;8;\"{note}\"", $"3;{row}"]);
        var file = Encoding.UTF8.GetBytes(text);

        var whole = await SurveyAsync(file, []);
        var parts = await SurveyAsync(file, [file.Length / 2]);

        Assert.Equal(Described(whole), Described(parts));
        Assert.Single(parts.Blocks);
    }

    [Fact]
    public async Task A_company_with_another_id_in_an_earlier_part_is_not_taken_for_plain()
    {
        string Row(int id, string company) => $"{id};Bob;Noir;Marie Durand;a@b.example;0546778899;25/12/1990;Acme;{company};";
        var text = Joined(RandomExports.Headings, [.. Enumerable.Range(1, 9).Select(id => Row(id, "7")), .. Enumerable.Range(10, 9).Select(id => Row(id, "8"))]);
        var file = Encoding.UTF8.GetBytes(text);

        var survey = await SurveyAsync(file, [file.Length / 2]);

        Assert.Equal(2, survey.Blocks.Count);
        Assert.NotNull(survey.Blocks[1].Records);
        Assert.Equal(
            [true, false], RowBlock.Of(survey.Blocks, file.Length, [true]).Select(block => block.Records is not null));
    }

    [Fact]
    public async Task Where_the_whole_file_reads_dates_otherwise_than_its_first_rows_no_records_are_kept()
    {
        string Row(int id, string date) => $"{id};Bob;Noir;Marie Durand;a@b.example;0546778899;{date};Acme;7;";
        var first = Enumerable.Range(1, 250).Select(id => Row(id, "03/04/1990"));

        var kept = await SurveyAsync(Encoding.UTF8.GetBytes(Joined(RandomExports.Headings, [.. first, Row(251, "25/12/1990")])), []);
        var dropped = await SurveyAsync(Encoding.UTF8.GetBytes(Joined(RandomExports.Headings, [.. first, Row(251, "12/25/1990")])), []);

        Assert.NotNull(Assert.Single(kept.Blocks).Records);
        Assert.Null(Assert.Single(dropped.Blocks).Records);
    }

    private static string Joined(string headings, string[] lines) => string.Join("\r\n", [headings, .. lines, ""]);

    private static string Described(Survey survey) =>
        JsonSerializer.Serialize(survey.Facts.ToDocument()) + string.Join('|', survey.Owners);

    /// <summary>Some of the random files are refused: their last line is the one that looks most like headings.</summary>
    private static async Task<bool> CanBeOpenedAsync(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            await using var export = await new CsvHelperReader(Options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
            return true;
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.FileWithoutRows)
        {
            return false;
        }
    }

    /// <summary>Surveys a file, and checks what was kept of its records against its rows.</summary>
    private static async Task<Survey> SurveyAsync(byte[] file, long[] cuts)
    {
        using var stream = new MemoryStream(file);
        await using var export = await new CsvHelperReader(Options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
        var mapper = new FieldMapper(Options);
        var mapping = mapper.Suggest(export.Columns, export.Sample).Mapping;
        var progress = new RecordingProgress<ImportProgress>();
        var meter = new ProgressMeter(progress, ImportStage.Surveying, file.Length);
        var survey = await new Surveyor(export, mapping, mapping.Columns, mapper, 2026).RunAsync(cuts, meter, ImportHost.Cancellation);

        var rows = new List<SellsyRow>();
        await foreach (var row in export.ReadRowsAsync(mapping.Columns, ImportHost.Cancellation))
        {
            rows.Add(row);
        }

        var id = mapping.Find(LeadFields.SellsyContactId)?.Column!.Index;
        for (var i = 0; i < survey.Blocks.Count; i++)
        {
            var (start, known) = survey.Blocks[i];
            var end = i + 1 < survey.Blocks.Count ? survey.Blocks[i + 1].Start.Number : rows.Count + 1;
            Assert.Equal(i == 0 ? 1 : RowPosition.Of(rows[(int)start.Number - 1]).Number, start.Number);
            var reader = known?.Unpack(start);
            for (var number = start.Number; number < end && reader is not null; number++)
            {
                var row = rows[(int)number - 1];
                Assert.True(reader.MoveNext());
                Assert.Equal(RowPosition.Of(row), reader.Current.Position);
                if (reader.Current.ContactId != 0)
                {
                    Assert.Equal(row[id!.Value], $"{reader.Current.ContactId}");
                    Assert.False(row.IsDamaged);
                }
                else
                {
                    Assert.Equal(Described(row), Described(reader.TakeRow()));
                }
            }

            Assert.False(reader?.MoveNext() ?? false);
        }

        return survey;
    }

    private static string Described(SellsyRow row) =>
        string.Join('|', [RowPosition.Of(row), row.Lines, row.ByteLength, row.Issues.Length, .. row.Columns.Indexes.Select(column => row[column])]);
}
