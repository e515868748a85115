using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Files;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The files from the field about reading, byte for byte, each with its right answer.</summary>
public sealed class ReadingCaseFilesTests
{
    [Theory]
    [InlineData("reading-headings-swallow-first-row")]
    [InlineData("reading-headings-stray-quote-shift")]
    [InlineData("reading-headings-lost-separator-shift")]
    public async Task Damaged_headings_are_refused_with_their_line(string name)
    {
        var failure = await Exports.FailureAsync(CaseFile.Bytes(name));

        Assert.Equal((ErrorCodes.HeadingsDamaged, "1"), (failure.Code, failure.Arguments[1]));
    }

    [Theory]
    [InlineData("reading-ok-trailing-separator", "500101|Camille|Hélène Aubrac|Fontanel|Acheteuse|", "500102|Bastien|Hélène Aubrac|Rocher|Gérant|")]
    [InlineData(
        "reading-note-starts-with-line-break",
        "500101|Camille|Fontanel||camille@exemple.example|Hélène Aubrac",
        "500102|Bastien|Rocher|\nRappeler lundi|bastien@exemple.example|Hélène Aubrac",
        "500103|Inès|Delorme|rien|ines@exemple.example|Hélène Aubrac")]
    [InlineData(
        "reading-c1-controls-of-windows-1252",
        "500101|Camille|Fontanel|Hélène Aubrac|Cœur de Ville!ControlCharacterRead(U+009C)",
        "500102|Bastien|Rocher|Hélène Aubrac|L’Atelier!ControlCharacterRead(U+0092)",
        "500103|Inès|Delorme|Hélène Aubrac|Quai Neuf")]
    [InlineData(
        "reading-windows-1254",
        "500101|Ayþe|Yýldýz|Helene Aubracx|Güneþ!EncodingDoubtful(windows-1252,windows-1254, windows-1250)",
        "500102|Doðan|Kýlýç|Helene Aubracx|Þahin!EncodingDoubtful(windows-1252,windows-1254, windows-1250)")]
    [InlineData(
        "headings-second-line-translated",
        "680001|Lucie|Brémont|lucie@bremont.example|0546778899|Hélène Aubrac",
        "680002|Marc|Ollivier|marc@ollivier.example|0546778890|Hélène Aubrac")]
    public async Task Each_row_is_read_as_it_was_meant(string name, params string[] expected) =>
        Assert.Equal(expected, (await Exports.TextsAsync(CaseFile.Bytes(name))).Select(row => row[(row.IndexOf(": ", StringComparison.Ordinal) + 2)..]));

    [Fact]
    public async Task A_lost_quote_costs_its_own_row_alone()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("reading-lost-quote-last-note-spoils-row-above");

        Assert.Equal(["500101", "500103"], rows.Where(row => row.Status == RowStatus.Blank).Select(row => row.Lead!.SellsyContactId));
        Assert.All(rows.Where(row => row.Status == RowStatus.Error), row => Assert.NotEmpty(row.Issues));
        Assert.Equal(2, plan.Counts.Blank);
    }

    [Fact]
    public async Task Rows_near_damage_have_the_same_reasons_from_whatever_row_reading_starts()
    {
        using var host = new ImportHost(users: CaseFile.Users());
        var source = CaseFile.Source("reading-suspect-3col-own");
        var plan = await host.PreviewAsync(source, mapping => mapping.WithColumn(LeadFields.SellsyContactId, new(0, "Réf")));
        var rows = await ReadAsync(1);

        Assert.Equal(plan.Rows, rows.Count);
        Assert.DoesNotContain(rows, row => row.EndsWith($"{RowStatus.Error}: ", StringComparison.Ordinal));
        for (var first = 1; first <= plan.Rows; first += 37)
        {
            Assert.Equal(rows[(first - 1)..], await ReadAsync(first));
        }

        ValueTask<List<string>> ReadAsync(int first) => host.Importer.ReadPreviewAsync(source, plan, first, ImportHost.Cancellation)
            .Select(row => $"{row.Number} {row.Lead?.SellsyContactId} {row.Status}: {string.Join(' ', row.Issues.Select(issue => issue.Code))}")
            .ToListAsync(ImportHost.Cancellation);
    }

    [Fact]
    public async Task A_file_of_code_page_850_is_read_right_and_names_its_evidence()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("code-page-850");
        await using var export = await Exports.OpenAsync(CaseFile.Bytes("code-page-850"));

        Assert.Equal("ibm850", export.Format.Encoding);
        Assert.Contains(plan.Findings, finding => finding.Code == IssueCodes.EncodingFound && finding.Arguments[0] == "ibm850");
        Assert.Equal(rows.Count, plan.Counts.Blank);
        Assert.Equal(
            ["Loïc", "Anaïs", "Jean", "Hélène", "Noël", "Benoît", "Luc", "Paul", "Zoé", "Raphaël", "Ugo"],
            rows.Take(11).Select(row => row.Lead!.FirstName));
        Assert.All(rows, row => Assert.DoesNotContain(row.Lead!.LastName!, character => "‹‰“‚ŠŒ…–".Contains(character, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Garbled_text_is_warned_on_each_row()
    {
        var (_, rows) = await CaseFile.PreviewAsync("reading-mojibake-with-plain-space-untold");

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Contains(row.Issues, issue => issue is { Code: IssueCodes.TextGarbled, Severity: IssueSeverity.Warning }));
    }

    [Theory]
    [InlineData("reading-rows-of-separators-only", 1, "2")]
    [InlineData("blank-rows", 2, "5")]
    public async Task Lines_of_separators_are_counted_and_no_rows(string name, int rows, string blank)
    {
        var (plan, _) = await CaseFile.PreviewAsync(name);

        Assert.Equal(new StatusCounts(Blank: rows, Active: 0, Error: 0), plan.Counts);
        Assert.Equal([blank], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.BlankRows).Arguments);
    }

    [Fact]
    public async Task Rows_without_their_last_separators_are_refused_with_one_finding_or_blank_at_the_end_if_a_person_says_so()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("missing-trailing-separators");
        var (completed, _) = await CaseFile.PreviewAsync("missing-trailing-separators", overrides: new() { ShortRows = ShortRows.Blank });

        var shortRows = rows.Count(row => row.Status == RowStatus.Error);
        Assert.InRange(shortRows, 1, rows.Count - 1);
        Assert.Equal([$"{shortRows}"], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.ShortRows).Arguments);
        Assert.Equal(new StatusCounts(Blank: rows.Count, Active: 0, Error: 0), completed.Counts);
    }

    [Fact]
    public async Task A_second_heading_line_is_named_by_a_finding()
    {
        var (plan, rows) = await CaseFile.PreviewAsync("headings-second-line-translated");

        Assert.Equal(["2", "2"], Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.HeadingLinesBelow).Arguments);
        Assert.Equal(["Brémont", "Ollivier"], rows.Select(row => row.Lead!.LastName));
    }

    [Fact]
    public async Task Nom_de_famille_is_the_last_name_and_second_columns_feed_the_lists()
    {
        var (_, rows) = await CaseFile.PreviewAsync("headings-nom-de-famille");

        Assert.Equal(["Brémont", "Ollivier", "Ferrand"], rows.Select(row => row.Lead!.LastName));
        Assert.Equal(
            ["lucie@bremont.example, l.perso@bremont.example", "marc@ollivier.example", "n.perso@ferrand.example"],
            rows.Select(row => string.Join(", ", row.Lead!.Emails.Select(email => email.Address))));
        Assert.Equal(["0546778899, 0612345678", "0546778890", "0612345679"], rows.Select(row => string.Join(", ", row.Lead!.Phones.Select(phone => phone.Text))));
    }
}
