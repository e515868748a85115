using System.Text;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

[Collection(MeasuredAlone.Name)]
public sealed class HostileSizeTests
{
    private const string Headings = "CONTACT ID;PRENOM CONTACT;NOM CONTACT;CONTACT NOTE\r\n1;Zoé;Petit;a\r\n";
    private const string Last = "\r\n9;Ida;Bleu;z\r\n";
    private const long Filling = 256L * 1024 * 1024;
    private const long MostAllocated = 48L * 1024 * 1024;

    [Theory]
    [InlineData("2;Bob;", "xxxxxxxxxx", "2 @3: !RecordTooLong(1048576)")]
    [InlineData("2;Bob", ";abc;def", "2 @3: !RecordTooLong(1048576)")]
    [InlineData("2;\"Bob;", "x y z ", "2 @3: !QuoteNotClosed(3) RecordTooLong(1048576)")]
    public async Task An_endless_field_or_row_costs_its_own_row_and_little_memory(string start, string filling, string expected)
    {
        using var stream = new RepeatingStream(Headings + start, filling, Filling, Last);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await using var export = await Exports.OpenAsync(stream);
        var rows = await Exports.RowsAsync(export);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(["1 @2: 1|Zoé|Petit|a", expected, "3 @4: 9|Ida|Bleu|z"], rows.ConvertAll(Exports.Text));
        Assert.Equal(stream.Length - 16, rows[1].ByteOffset + rows[1].ByteLength);
        Assert.Equal(4096, rows[1].RawText!.Length);
        Assert.InRange(allocated, 0, MostAllocated);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 3)]
    public async Task The_first_rows_cost_little_memory_however_long_they_are(int rows, int expected)
    {
        using var host = new Importing.ImportHost();
        var csv = Headings.Replace("\r\n", ";Propriétaire\r\n", StringComparison.Ordinal).Replace(";a;Propriétaire", ";a;Marie Durand", StringComparison.Ordinal);
        using var stream = new RepeatingStream(csv + "2;Bob;", "xxxxxxxxxx", 300_000_000, "\r\n9;Ida;Bleu;z;Marie Durand\r\n");
        var source = ImportSource.From(Exports.Name, _ => ValueTask.FromResult<Stream>(stream));
        var mapping = (await host.Importer.OpenAsync(Importing.ImportHost.Source(csv), TestContext.Current.CancellationToken)).Suggestion.Mapping;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var first = await host.Importer.PreviewFirstRowsAsync(source, mapping, rows, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, first.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostAllocated);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_line_however_long_the_file_is()
    {
        using var stream = new RepeatingStream(Headings + "2;\"Bob;Noir;b\r\n", "3;Ève;Vert;e\r\n", 16 * 1024 * 1024, Last[2..]);
        await using var export = await Exports.OpenAsync(stream);
        var count = 0L;
        var whole = 0L;
        await foreach (var row in export.ReadRowsAsync(new ColumnSelection([0, 3]), TestContext.Current.CancellationToken))
        {
            count++;
            whole += row.IsDamaged ? 0 : 1;
            Assert.True(row.Number != 2 || Exports.Text(row) == "2 @3: !QuoteNotClosed(3)", Exports.Text(row));
        }

        Assert.Equal((16 * 1024 * 1024 / 15) + 3, count);
        Assert.Equal(count - 1, whole);
    }

    [Fact]
    public async Task A_cell_over_the_limit_is_told_and_the_next_row_goes_on()
    {
        var rows = await Exports.TextsAsync(
            $"ID Sellsy;Nom\n1;{new string('é', 301)}\n2;{new string('é', 300)}\n", options => options.MaxCellLength = 300);

        Assert.Equal(["1 @2: !CellTooLong(301,300)", $"2 @3: 2|{new string('é', 300)}"], rows);
    }

    [Fact]
    public async Task A_record_over_the_limit_is_told_and_the_next_row_goes_on()
    {
        var rows = await Exports.TextsAsync(
            $"ID Sellsy;Nom\n1;{new string('a', 1100)}\n2;{new string('a', 1000)}\n", options => options.MaxRecordBytes = 1024);

        Assert.Equal(["1 @2: !RecordTooLong(1024)", $"2 @3: 2|{new string('a', 1000)}"], rows);
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(300_000)]
    [InlineData(900_000)]
    public async Task A_long_note_of_many_lines_stays_whole(int length)
    {
        var note = new StringBuilder();
        while (note.Length < length)
        {
            note.Append("une ligne de la note, assez longue\n");
        }

        var rows = await Exports.TextsAsync(
            $"ID Sellsy;Nom;Note\n1;Petit;\"{note}\"\n2;Roux;x\n", options => options.MaxCellLength = 1_000_000);

        Assert.Equal(2, rows.Count);
        Assert.EndsWith($": 1|Petit|{note}", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(": 2|Roux|x", rows[1], StringComparison.Ordinal);
    }
}
