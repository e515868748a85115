using System.Text;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class RejectedRowsTests
{
    private const string Headings = "ID Sellsy;Prénom;Propriétaire;Téléphone;Perso";

    [Fact]
    public async Task The_rejected_rows_are_the_original_ones_byte_for_byte_with_their_status_and_every_reason()
    {
        var rejected = await RejectedAsync(Encoding.UTF8.GetBytes(
            Headings + "\r\n1;Anne;Marie Durand;0546778899;x\r\n2;;Jean Inconnu;+33 6 12 34 56 78;\"=1+1;\"\"é\"\"\"\r\n\"3\" ;Luc;Marie Durand;0546778899\r\n"));

        Assert.Equal(
            Headings + ";Statut;Raison\r\n"
            + "2;;Jean Inconnu;'+33 6 12 34 56 78;\"'=1+1;\"\"é\"\"\";Erreur;Prénom : Le champ est obligatoire et vide. Complétez-le. | Propriétaire : Utilisateur non présent dans Cadence : « Jean Inconnu ». Ajoutez d'abord cet utilisateur dans Cadence.\r\n",
            string.Concat(Lines(Encoding.UTF8.GetString(rejected)).Take(2)));
        Assert.StartsWith("\"3\" ;Luc;Marie Durand;0546778899;Erreur;", Lines(Encoding.UTF8.GetString(rejected))[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true, "\n", ';')]
    [InlineData("windows-1252", false, "\r\n", '\t')]
    [InlineData("utf-16", true, "\r\n", ';')]
    [InlineData("utf-16be", true, "\n", ',')]
    [InlineData("utf-32", true, "\r", ';')]
    public async Task The_file_has_the_encoding_the_separator_and_the_line_ends_of_the_original(string encodingName, bool hasMark, string lineEnd, char separator)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? Encoding.GetEncoding(encodingName);
        var csv = (Headings + "\n1;Anne;Marie Durand;0546778899;é\n2;Zoé;Jean Inconnu;+33 6;=é\n").Replace(';', separator).Replace("\n", lineEnd, StringComparison.Ordinal);
        byte[] mark = hasMark ? encoding.GetPreamble() : [];

        var rejected = await RejectedAsync([.. mark, .. encoding.GetBytes(csv)]);

        Assert.Equal(mark, rejected[..mark.Length]);
        var expected = $"2{separator}Zoé{separator}Jean Inconnu{separator}'+33 6{separator}'=é{separator}Erreur{separator}";
        Assert.Contains(lineEnd + expected, encoding.GetString(rejected), StringComparison.Ordinal);
        Assert.EndsWith(lineEnd, encoding.GetString(rejected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formula_guard_written_never_taken_off_again__mended_and_imported_again_every_cell_is_as_it_was()
    {
        using var host = new ImportHost();
        string[] cells = ["+33 6 12 34 56 78", "=1+1", "-", "'=déjà", "''", "'abc", "@x", "＝1", "normal", "\t=1", "-12,5"];
        var csv = new StringBuilder("ID Sellsy;Prénom;Propriétaire;Nom\n");
        for (var i = 0; i < cells.Length; i++)
        {
            csv.Append(i + 1).Append(";Anne;Jean Inconnu;\"").Append(cells[i]).Append("\"\n");
        }

        var rejected = await RejectedAsync(Encoding.UTF8.GetBytes(csv.ToString()));
        var text = Encoding.UTF8.GetString(rejected);
        var mended = text.Replace(";Jean Inconnu;", ";Marie Durand;", StringComparison.Ordinal);
        var report = await host.ImportAsync(ImportHost.Source(mended));

        Assert.All(Lines(text).Skip(1).Where(line => line.Length > 0), line => Assert.DoesNotMatch("(^|;)\"?[=+@\t＝-]", line));
        Assert.Equal(cells.Length, report.Counts.Added);
        Assert.Equal(
            cells.Select(cell => cell is "-" ? null : cell.Trim()),
            host.Sink.Leads.Select(entry => entry.Lead.LastName));
    }

    [Fact]
    public async Task Rejected_again_the_file_does_not_grow_and_the_mended_rows_are_added_once()
    {
        using var host = new ImportHost();
        var first = await RejectedAsync(Encoding.UTF8.GetBytes(Headings + "\n1;;Marie Durand;;+x\n2;Luc;Jean Inconnu;;'y\n3;Max;Jean Inconnu\n"));
        var mended = Encoding.UTF8.GetString(first).Replace("1;;", "1;Anne;", StringComparison.Ordinal);

        var second = await RejectedAsync(Encoding.UTF8.GetBytes(mended));
        var report = await host.ImportAsync(ImportHost.Source(mended));

        Assert.Equal(new ImportCounts(3, 1, 0, 0, 0, 2), report.Counts);
        var (before, after) = (Lines(Encoding.UTF8.GetString(first)), Lines(Encoding.UTF8.GetString(second)));
        Assert.Equal(before[0], after[0]);
        Assert.Equal(before[2], after[1]);
    }

    [Fact]
    public async Task Failed_rows_re_read_by_physical_line__a_note_of_several_lines_comes_back_whole()
    {
        var rejected = await RejectedAsync(Encoding.UTF8.GetBytes(Headings + "\n1;;Marie Durand;;\"ligne 1\n\n=ligne 2;\"\"x\"\"\"\n"));

        Assert.Contains("\n1;;Marie Durand;;\"ligne 1\n\n=ligne 2;\"\"x\"\"\";Erreur;", Encoding.UTF8.GetString(rejected), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("'=x", "=x")]
    [InlineData("''x", "'x")]
    [InlineData("'x", "'x")]
    [InlineData("'", "'")]
    public void A_guard_is_taken_off_only_where_one_was_put(string cell, string expected) => Assert.Equal(expected, FormulaGuard.Restore(cell));

    private static async Task<byte[]> RejectedAsync(byte[] file)
    {
        using var host = new ImportHost();
        var source = ImportSource.FromBytes("contacts.csv", file);
        var report = await host.ImportAsync(source);
        using var destination = new MemoryStream();

        var written = await host.Importer.WriteRejectedRowsAsync(source, report, destination, ImportTexts.French, ImportHost.Cancellation);

        Assert.Equal(report.Counts.Errors, written);
        return destination.ToArray();
    }

    private static string[] Lines(string text) => [.. text.Split('\n').SkipLast(1).Select(line => line + "\n")];
}
