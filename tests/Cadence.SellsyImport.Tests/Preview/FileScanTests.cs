using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>A scan in several parts at once finds what a scan of the whole file finds, wherever the parts are thought to start.</summary>
public sealed class FileScanTests
{
    private static readonly IOptions<SellsyImportOptions> Options = Microsoft.Extensions.Options.Options.Create(new SellsyImportOptions());

    /// <summary>Between right rows: quotes that do not belong, a file that was glued on, a row that a line break cuts, notes that look like rows.</summary>
    private static readonly string[] OddLines =
    [
        "\"", "a;\"b", "", " ", "7;Zoé;\"Petit\nRoux\"", "\uFEFF", RandomExports.Headings, VariedExports.Headings, "E-mail;Nom", "8;Ali", "fin",
        "9;Bob;\"une note\n10;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;\n11;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;\";Marie Durand;;;;;;",
        "12;Bob;Noir;Marie Durand;a@b.example;;;Acme;8;x", "13;Bob;Noir;Marie Durand;a@b.example;;;Acme;9;\"x\ny\"", "14;Bob;Noir;\u0001;;;;;;", "\r",
    ];

    private static readonly Gen<string> RandomFile =
        from lines in RandomExports.Lines.Generator
        from more in RandomExports.Lines.Generator
        from odd in Gen.Elements(OddLines).ArrayOf()
        select Joined(RandomExports.Headings, ["1;Bob;Noir;Marie Durand;a@b.example;;;Acme;7;x", .. lines, .. odd, .. more]);

    /// <summary>All that a file can be written in; a byte order mark stands before those that need one.</summary>
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false), new UTF8Encoding(true), CodePagesEncodingProvider.Instance.GetEncoding(1252)!, CodePagesEncodingProvider.Instance.GetEncoding(28605)!,
        Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32,
    ];

    private static readonly Gen<string> VariedFile = VariedExports.Lines.Generator.Select(lines => Joined(VariedExports.Headings, lines));

    [Fact]
    public void Any_cuts_of_any_file_give_the_scan_of_the_whole()
    {
        var joined = new int[Encodings.Length];
        Properties.Property.Holds(
            Prop.ForAll(
                Gen.OneOf(RandomFile, VariedFile).ToArbitrary(),
                Gen.Choose(0, 1_000).NonEmptyListOf().ToArbitrary(),
                Gen.Choose(0, Encodings.Length - 1).ToArbitrary(),
                async (text, cuts, encoding) =>
                {
                    byte[] file = [.. Encodings[encoding].GetPreamble(), .. Encodings[encoding].GetBytes(text)];
                    long[] offsets = [.. cuts.Select(cut => (long)cut * file.Length / 1_000).Order()];

                    if (!await CanBeOpenedAsync(file))
                    {
                        return;
                    }

                    var whole = await ScanAsync(file, []);
                    var parts = await ScanAsync(file, offsets);

                    Assert.Equal(whole.Text, parts.Text);
                    joined[encoding] += parts.Parts - 1;
                }),
            tests: LongProof.Count(sample: 100, all: 1_000));
        Assert.All(joined, times => Assert.InRange(times, 20, int.MaxValue));
    }

    [Fact]
    public async Task A_part_that_starts_within_a_note_is_thrown_away()
    {
        var row = "Bob;Noir;Marie Durand;a@b.example;;;Acme;7;x";
        var note = string.Concat(Enumerable.Range(100, 50).Select(id => $"{id};{row}\n"));
        var text = Joined(RandomExports.Headings, [$"1;{row}", $"2;Bob;Noir;Paul Martin;a@b.example;;;Globex;8;\"{note}\"", $"3;{row}"]);
        var file = Encoding.UTF8.GetBytes(text);

        var whole = await ScanAsync(file, []);
        var parts = await ScanAsync(file, [file.Length / 2]);

        Assert.Equal(whole.Text, parts.Text);
        Assert.Equal(1, parts.Parts);
    }

    [Fact]
    public async Task Rows_with_another_id_than_an_earlier_part_gives_their_company_are_counted()
    {
        string Row(int id, string company) => $"{id};Bob;Noir;Marie Durand;a@b.example;0546778899;25/12/1990;Acme;{company};";
        var text = Joined(RandomExports.Headings, [.. Enumerable.Range(1, 9).Select(id => Row(id, "7")), .. Enumerable.Range(10, 9).Select(id => Row(id, "8"))]);
        var file = Encoding.UTF8.GetBytes(text);

        var scanned = await ScanAsync(file, [file.Length / 2]);

        Assert.Equal(2, scanned.Parts);
        Assert.Contains("CompanyIdDiffers, Severity = Warning, Count = 9", scanned.Text, StringComparison.Ordinal);
    }

    private static string Joined(string headings, string[] lines) => string.Join("\r\n", [headings, .. lines, ""]);

    /// <summary>Some of the random files are refused: a later line looks most like headings, and is the last one or damaged.</summary>
    private static async Task<bool> CanBeOpenedAsync(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            await using var export = await new CsvHelperReader(Options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
            return true;
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.FileWithoutRows or ErrorCodes.HeadingsDamaged)
        {
            return false;
        }
    }

    /// <summary>Scans a file, and checks its rows against those that are made of it.</summary>
    private static async Task<(string Text, int Parts)> ScanAsync(byte[] file, long[] cuts)
    {
        using var stream = new MemoryStream(file);
        await using var export = await new CsvHelperReader(Options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
        var mapper = new FieldMapper(Options);
        var mapping = mapper.Suggest(export.Columns, export.Sample).Mapping;
        var meter = new ProgressMeter(new RecordingProgress<ImportProgress>(), ImportStage.Scanning, file.Length);
        var scan = new FileScan(export, mapping, mapping.Columns, mapper, Options.Value, 2026);
        var scanned = await scan.RunAsync(cuts, meter, ImportHost.Cancellation);
        var facts = scanned.ToFacts(export.Columns, [], ReadingOverrides.None);
        scanned.AddIssuesUnder(facts);
        var rows = scanned.Parts!.SelectMany(part => part.Rows.Take(part.Start).Select(row => row with { Issues = default, Owner = row is { HasError: true, Contact.IsNone: true } ? 0 : part.Owners[row.Owner] })).ToList();
        var number = 0;
        await foreach (var row in export.ReadRowsAsync(mapping.Columns, ImportHost.Cancellation))
        {
            Assert.Equal(RowPosition.Of(row), rows[number].Position);
            number++;
        }

        Assert.Equal(number, rows.Count);
        string[] text =
        [
            JsonSerializer.Serialize(facts.ToDocument()), .. scanned.Owners.Pairs.Zip(scanned.Owners.Rows).Select(owner => $"{owner.First} {owner.Second.Count} {owner.Second.First}"),
            .. scanned.Issues.ToCounts().Select(count => count.ToString()), .. scanned.UndecidedCompanies.Select(cell => $"{cell.Key} {cell.Value.Count} {cell.Value.First}"),
            .. scanned.Issues.ToCauses(1_000, out _).Select(cause => cause.ToString()),
            .. rows.Select(row => row.ToString()),
        ];
        return (string.Join('\n', text), scanned.Parts!.Count);
    }
}
