using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds headings that lost or gained a separator, so that the values of the rows would come under other headings. The number of fields alone
/// does not show it: separators at the end of the rows, or a last column without a value, make up for the difference. Also finds headings that
/// a line break without quotes cut in two.
/// </summary>
internal sealed class HeadingSeparators(KnownHeadings known)
{
    private const int ShortestWord = 3;
    private const int FewestHeadings = 3;

    /// <summary>How many lines Excel writes with equally many separators.</summary>
    private const int LinesOfSpreadsheet = 16;

    /// <summary>Whether the rows have fields in excess and a heading looks like two, or lack values and two headings look like one.</summary>
    /// <param name="text">The start of the file.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="records">The records.</param>
    /// <param name="headings">The headings among them.</param>
    public bool AreDamaged(ReadOnlySpan<byte> text, char separator, List<SampleRecord> records, HeadingRow headings)
    {
        var rows = records[(headings.LastIndex + 1)..];
        if (rows.Count == 0)
        {
            return false;
        }

        var record = records[headings.Index];
        var cells = Encoding.UTF8.GetString(text[record.Start..record.End]).Split(separator);
        return IsCut(record, rows)
            || (Most(rows, row => row.Cells.Length > record.Cells.Length) && record.Cells.Any(AreTwo))
            || (Most(rows, row => row.FilledLength < record.FilledLength) && AreParts(cells))
            || (rows.All(row => row.FilledLength < record.FilledLength) && AreSplit(cells, record))
            || AreWiderThanRows(record, rows);
    }

    private static bool Most(List<SampleRecord> rows, Func<SampleRecord, bool> are) => 2 * rows.Count(are) > rows.Count;

    /// <summary>
    /// Whether the rows have fewer fields than headings although their blank fields at the end were written. A program that leaves those out leaves
    /// out the last blank one too; a spreadsheet writes 16 lines at a time, the headings among the first, with equally many fields.
    /// </summary>
    private static bool AreWiderThanRows(SampleRecord headings, List<SampleRecord> rows)
    {
        var usual = rows.CountBy(row => row.Cells.Length).MaxBy(width => width.Value);
        return usual.Key < headings.FilledLength
            && 2 * usual.Value > rows.Count
            && rows[0].Cells.Length == usual.Key
            && rows.Take(LinesOfSpreadsheet - 1).Any(row => row.Cells.Length == usual.Key && row.Cells[^1].Length == 0);
    }

    /// <summary>Whether the record below the headings is the rest of them: both together have the fields of the rows.</summary>
    private static bool IsCut(SampleRecord headings, List<SampleRecord> rows)
    {
        var (own, below) = (headings.Cells.Length, rows[0].Cells.Length);
        return rows.Count > 1
            && rows[0].LooksLikeHeadings
            && below != own
            && Math.Min(own, below) > 1
            && rows.Skip(1).All(row => row.Cells.Length == own + below - 1);
    }

    /// <summary>Whether a heading is two headings between which a separator was lost.</summary>
    private bool AreTwo(string heading)
    {
        if (heading.Contains('"', StringComparison.Ordinal))
        {
            return true;
        }

        if (IsKnown(heading))
        {
            return false;
        }

        var hasBothCases = heading.Any(char.IsUpper) && heading.Any(char.IsLower);
        for (var at = 1; at < heading.Length; at++)
        {
            var (first, second) = (heading[..at], heading[at..]);
            var (isFirstKnown, isSecondKnown) = (IsKnown(first), IsKnown(second));
            var canStartHere = char.IsLetterOrDigit(heading[at - 1]) && char.IsLetterOrDigit(heading[at]) && (!hasBothCases || char.IsUpper(heading[at]));
            var areTwo = (isFirstKnown && isSecondKnown)
                || (canStartHere && isFirstKnown && second.Length >= ShortestWord)
                || (canStartHere && isSecondKnown && first.Length >= ShortestWord)
                || (char.IsUpper(heading[0]) && char.IsLower(heading[at - 1]) && char.IsUpper(heading[at]));
            if (areTwo)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two headings are parts of one that is known, or one starts within a word, as no other heading does.</summary>
    private bool AreParts(string[] cells) =>
        cells.Zip(cells.Skip(1)).Any(ArePartsOfOne)
        || (cells.Length > FewestHeadings && cells.Count(StartsLower) == 1 && cells.Zip(cells.Skip(1)).Any(IsWithinWord));

    private bool ArePartsOfOne((string First, string Second) pair) =>
        !string.IsNullOrWhiteSpace(pair.First) && !string.IsNullOrWhiteSpace(pair.Second)
        && IsKnown(pair.First + pair.Second) && (!IsKnown(pair.First) || !IsKnown(pair.Second));

    private static bool StartsLower(string heading) => heading is [var first, ..] && char.IsLower(first);

    private static bool IsWithinWord((string First, string Second) pair) =>
        StartsLower(pair.Second) && pair.First is [.., var last] && char.IsLetter(last);

    /// <summary>Whether a separator stands before, within or beside a heading where none belongs.</summary>
    private bool AreSplit(string[] cells, SampleRecord record)
    {
        if (record.Cells.Take(record.FilledLength).Any(heading => heading.Length == 0))
        {
            return true;
        }

        var pairs = cells.Zip(cells.Skip(1)).ToList();
        return pairs.Count(HasBlankBetween) == 1 && pairs.Exists(pair => HasBlankBetween(pair) && IsKnown(pair.First + pair.Second));
    }

    private static bool HasBlankBetween((string First, string Second) pair) => pair.First.EndsWith(' ') || pair.Second.StartsWith(' ');

    private bool IsKnown(string heading) => known.Contains(TextFolding.Heading(heading));
}
