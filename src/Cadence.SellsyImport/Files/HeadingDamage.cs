using System.Text;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds headings that lost or gained a quote or a separator. Such a file is refused: the rows below would run into a heading, or the values
/// would come under other headings.
/// </summary>
internal sealed class HeadingDamage(KnownHeadings known)
{
    private const int MostLines = 30;
    private const byte Quote = (byte)'"';

    private readonly HeadingSeparators _separators = new(known);

    /// <summary>Finds the line of damaged headings at the start of a file.</summary>
    /// <param name="text">The start of the file.</param>
    /// <param name="separator">The separator under which it was read.</param>
    /// <param name="records">The records under this separator.</param>
    /// <param name="headings">The headings that were found; null if there are none.</param>
    /// <returns>The number of the line; 0 if no headings are damaged.</returns>
    public long FindLine(ReadOnlyMemory<byte> text, char separator, List<SampleRecord> records, HeadingRow? headings)
    {
        if (FindOpenQuote(text.Span, headings?.FirstLine - 1 ?? MostLines) is > 0 and var line)
        {
            return line;
        }

        var isShifted = headings is { IsOnTwoRecords: false } && _separators.AreDamaged(text.Span, separator, records, headings);
        return isShifted ? headings!.FirstLine : FindQuote(text, separator, records, headings);
    }

    /// <summary>Finds the line of headings with a misplaced quote.</summary>
    /// <param name="text">The start of the file.</param>
    /// <param name="separator">The separator under which it was read.</param>
    /// <param name="records">The records under this separator.</param>
    /// <param name="headings">The headings that were found or chosen; null if there are none.</param>
    /// <returns>The number of the line; 0 if the quotes are right.</returns>
    public static long FindQuote(ReadOnlyMemory<byte> text, char separator, List<SampleRecord> records, HeadingRow? headings)
    {
        if (headings is null)
        {
            return 0;
        }

        var first = headings.IsOnTwoRecords ? headings.Index - 1 : headings.Index;
        var isDamaged = records[first..(headings.Index + 1)].Exists(record => HasDamagedQuotes(text[record.Start..record.End], (byte)separator));
        return isDamaged ? headings.FirstLine : 0;
    }

    /// <summary>The first line of headings, read by itself, in which a quote is not closed.</summary>
    private long FindOpenQuote(ReadOnlySpan<byte> text, long lines)
    {
        for (var number = 1L; number <= Math.Min(MostLines, lines) && !text.IsEmpty; number++)
        {
            var end = LineEnds.IndexOfFirst(text);
            var line = end < 0 ? text : text[..end];
            if (line.Count(Quote) % 2 != 0 && AreHeadings(line))
            {
                return number;
            }

            text = end < 0 ? [] : text[(end + LineEnds.LengthAtStart(text[end..]))..];
        }

        return 0;
    }

    private bool AreHeadings(ReadOnlySpan<byte> line)
    {
        foreach (var separator in ";,\t|"u8)
        {
            var cells = Encoding.UTF8.GetString(line).Split((char)separator);
            var found = known.CountIn([.. cells.Select(cell => HeadingText.Trim(cell.Trim('"')))]);
            if (found >= 2 && 2 * found >= cells.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a quote stands where none belongs, or a quote that is closed late swallowed lines of the file.</summary>
    private static bool HasDamagedQuotes(ReadOnlyMemory<byte> record, byte separator)
    {
        if (QuotingFault.First(record.Span, separator) is not null)
        {
            return true;
        }

        using var csv = CsvReader.Create(record, CsvDialect.Of((char)separator));
        csv.Read();
        for (var index = 0; index < csv.FieldCount; index++)
        {
            if (csv.GetSpan(index) is var cell && cell.Contains(separator) && LineEnds.IndexOfFirst(cell) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
