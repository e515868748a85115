using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>One row is polluted in every way at every place: the others are read exactly, and it is never read as another row in silence.</summary>
public sealed class PollutionTests
{
    private const int Rows = 5;
    private const int Polluted = 2;

    private static readonly string[] Inserted = [";", "\"", "\r", "\n", "\r\n"];

    private static readonly string[] Headings = ["ID Sellsy", "Civilité", "Nom", "E-mail", "Téléphone", "Note"];

    [Theory]
    [InlineData("without quotes", "\r\n", true)]
    [InlineData("without quotes", "\n", true)]
    [InlineData("quotes where needed", "\r\n", true)]
    [InlineData("quotes where needed", "\n", true)]
    [InlineData("quotes everywhere", "\r\n", true)]
    [InlineData("quotes everywhere", "\n", true)]
    [InlineData("quotes where needed", "\r\n", false)]
    [InlineData("quotes everywhere", "\r\n", false)]
    public async Task A_polluted_row_is_an_error_and_changes_no_other(string style, string lineEnd, bool isIdFirst)
    {
        var lines = Enumerable.Range(0, Rows).Select(row => Line(row, style, isIdFirst)).ToArray();
        var clean = await ReadAsync(lines, lineEnd, isIdFirst);
        Assert.Equal(Rows, clean.Length);
        Assert.DoesNotContain(clean, row => row.Contains('!', StringComparison.Ordinal));
        foreach (var polluted in Pollutions(lines[Polluted]).Distinct())
        {
            string[] others = [.. lines[..Polluted], polluted, .. lines[(Polluted + 1)..]];
            var rows = await ReadAsync(others, lineEnd, isIdFirst);

            var what = polluted.ReplaceLineEndings("⏎");
            var (first, last) = (rows.Take(Polluted), rows.Skip(rows.Length - (Rows - Polluted - 1)));
            Assert.True(first.SequenceEqual(clean.Take(Polluted)) && last.SequenceEqual(clean.Skip(Polluted + 1)), $"{what} changed another row.");
            string[] own = [.. rows.Skip(Polluted).SkipLast(Rows - Polluted - 1)];
            Assert.True(own.Length > 0 && (own.All(IsError) || (own.Length == 1 && own[0] == clean[Polluted])), $"{what} was read as {string.Join(" and ", own)}.");
        }
    }

    private static bool IsError(string row) => row.StartsWith('!');

    private static IEnumerable<string> Pollutions(string line)
    {
        for (var (at, isQuoted) = (0, false); at <= line.Length; at++)
        {
            foreach (var inserted in Inserted.Where(inserted => !isQuoted || inserted == "\""))
            {
                yield return line.Insert(at, inserted);
            }

            if (at < line.Length && (line[at] == '"' || (line[at] == ';' && !isQuoted)))
            {
                yield return line.Remove(at, 1);
            }

            isQuoted ^= at < line.Length && line[at] == '"';
        }
    }

    private static string Line(int row, string style, bool isIdFirst)
    {
        var note = style == "without quotes" ? "une note" : "une note\r\nlongue; oui";
        string[] cells = [$"10{row}", "Mme", "Petit", $"zoe{row}@a.example", "0546778899", note];
        return string.Join(';', Ordered(cells, isIdFirst).Select(cell => style == "quotes everywhere" || cell.Contains(';', StringComparison.Ordinal) ? $"\"{cell}\"" : cell));
    }

    private static IEnumerable<string> Ordered(string[] cells, bool isIdFirst) => isIdFirst ? cells : cells[1..3].Append(cells[0]).Concat(cells[3..]);

    /// <summary>The cells of each row, or its reasons, without the place that a row before it may have moved.</summary>
    private static async Task<string[]> ReadAsync(string[] lines, string lineEnd, bool isIdFirst)
    {
        var text = string.Join(';', Ordered(Headings, isIdFirst)) + lineEnd + string.Concat(lines.Select(line => line + lineEnd));
        return [.. (await Exports.TextsAsync(text)).Select(row => row[(row.IndexOf(": ", StringComparison.Ordinal) + 2)..])];
    }
}
