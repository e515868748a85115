using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>Files of rejected rows as a person or a spreadsheet saves them: rows with too few or too many fields, and columns more.</summary>
public sealed class ResavedRejectedFileTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire;Note;Fonction";
    private const string Short = Headings + "\n1;Zoé;B;Marie Durand;Lyon\n2;Léa;C;Marie Durand\n3;Luc;D;Inconnu;Lille\n4;Max;=E;Inconnu;Nice;DG\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_with_too_few_fields_stay_errors_and_tell_it_again(bool isPadded)
    {
        using var host = new ImportHost();
        var text = await RejectedAsync(Short);

        var rows = await host.RowsAsync(isPadded ? Padded(text, 8) : text);

        Assert.Equal(["7,8", "6,8", "7,8", ""], rows.Select(row => string.Join(
            ' ', row.Issues.Where(issue => issue.Code == IssueCodes.FieldCountDiffers).Select(issue => string.Join(',', issue.Arguments)))));
        Assert.All(rows, row => Assert.Equal(RowStatus.Error, row.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_behind_too_few_fields_never_becomes_a_value(bool isPadded)
    {
        using var host = new ImportHost(options => options.KeepUnmappedColumns = true);
        var text = await RejectedAsync(Short);
        var source = ImportHost.Source((isPadded ? Padded(text, 8) : text).Replace("Inconnu", "Marie Durand", StringComparison.Ordinal));
        var overrides = new ReadingOverrides { ShortRows = ShortRows.Blank };
        var overview = await host.Importer.OpenAsync(source, overrides, ImportHost.Cancellation);

        var plan = await host.Importer.PreviewAsync(
            source, overview.Suggestion.Mapping, new PreviewOptions { Overrides = overrides }, cancellationToken: ImportHost.Cancellation);
        await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(
            ["1|B|Lyon|", "2|C||", "3|D|Lille|", "4|=E|Nice|DG"],
            host.Sink.Leads.Select(entry => entry.Lead).OrderBy(lead => lead.SellsyContactId, StringComparer.Ordinal)
                .Select(lead => $"{lead.SellsyContactId}|{lead.LastName}|{lead.Note}|{lead.JobPosition}"));
        Assert.All(host.Sink.Leads, entry => Assert.Empty(entry.Lead.UnmappedValues));
    }

    [Fact]
    public void The_status_is_known_in_both_languages() => Assert.All(
        [ImportTexts.French, ImportTexts.English], texts => Assert.True(RejectedFile.IsStatus(Encoding.UTF8.GetBytes(texts.Label(RowStatus.Error)))));

    [Fact]
    public async Task A_row_without_its_status_is_not_completed()
    {
        const string file = Headings + ";Statut;Raison\n1;Zoé;B;Marie Durand;Lyon;DG\n2;Léa;C;Marie Durand;Lyon;DG;Erreur;x\n";

        Assert.Equal(
            ["1 @2: !FieldCountDiffers(6,8)", "2 @3: 2|Léa|C|Marie Durand|Lyon|DG|Erreur|x"],
            await Exports.TextsAsync(Encoding.UTF8.GetBytes(file), new ReadingOverrides { ShortRows = ShortRows.Blank }));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task Rejected_again_a_file_of_a_spreadsheet_is_as_it_was(int fields)
    {
        const string export = Short + "5;Guy;F;Marie;Durand;Lyon;DG\n6;Eve;\"a\"b;Marie Durand;Lyon;DG\n";
        var text = await RejectedAsync(export);

        var again = await RejectedAsync(Padded(text, fields));

        Assert.Equal(WithoutReasons(text), WithoutReasons(again));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Guards_are_taken_off_where_columns_without_a_heading_stand_behind_the_reasons(int fields)
    {
        using var host = new ImportHost(options => options.KeepUnmappedColumns = true);
        var text = await RejectedAsync(Headings + "\n1;Zoé;=B;Inconnu;'t;DG\n2;Léa;-C;Inconnu;+1;DG\n");

        await host.ImportAsync(ImportHost.Source(Padded(text, fields).Replace("Inconnu", "Marie Durand", StringComparison.Ordinal)));

        Assert.Equal(
            ["=B|'t", "-C|+1"],
            host.Sink.Leads.OrderBy(entry => entry.Lead.SellsyContactId, StringComparer.Ordinal).Select(entry => $"{entry.Lead.LastName}|{entry.Lead.Note}"));
        Assert.All(host.Sink.Leads, entry => Assert.Empty(entry.Lead.UnmappedValues));
    }

    [Fact]
    public async Task A_reason_that_too_many_fields_moved_behind_its_column_stays_an_error()
    {
        using var host = new ImportHost();
        var text = await RejectedAsync(Headings + "\n1;Zoé;B;Marie Durand;Lyon;France;DG\n2;Léa;C;Inconnu;Lyon;DG\n");

        var rows = await host.RowsAsync(Padded(text, 9));

        Assert.Equal(["9", "8"], rows[0].Issues.Single().Arguments);
        Assert.Equal(IssueCodes.FieldCountDiffers, rows[0].Issues.Single().Code);
    }

    private static async Task<string> RejectedAsync(string csv)
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(csv);
        var report = await host.ImportAsync(source);
        using var destination = new MemoryStream();
        await host.Importer.WriteRejectedRowsAsync(source, report, destination, ImportTexts.French, ImportHost.Cancellation);
        return Encoding.UTF8.GetString(destination.ToArray());
    }

    /// <summary>Every line with at least as many fields, as a spreadsheet saves them.</summary>
    private static string Padded(string text, int fields) => string.Concat(
        text.Split('\n').SkipLast(1).Select(line => line + new string(';', Math.Max(0, fields - 1 - line.Count(character => character == ';'))) + "\n"));

    private static string[] WithoutReasons(string text) => [.. text.Split('\n').Select(line => line[..(line.LastIndexOf(';') + 1)])];
}
