namespace Cadence.SellsyImport.Files;

/// <summary>
/// Detects the separator: the one with the most known headings, else the one that gives the most records the same number of fields, else
/// the one with the most fields. Headings with rows of their own before the headings under another separator take precedence.
/// </summary>
internal sealed class SeparatorDetector(HeadingDetector headings)
{
    private static ReadOnlySpan<char> Candidates => [';', ',', '\t', '|'];

    /// <summary>Reads the sample under each separator.</summary>
    /// <returns>The best separator with its records and its headings, which may not be found under any.</returns>
    public (char Separator, List<SampleRecord> Records, HeadingRow? Headings) Detect(TextBlock block, char? declared, int firstLine, int start)
    {
        (char Separator, List<SampleRecord> Records, HeadingRow? Headings) best = (';', [], null);
        var bestScore = (-1, -1d, -1);
        var hasReadWhole = false;
        foreach (var separator in declared is { } given ? [given] : Candidates)
        {
            // Under all that do not occur the records are the same.
            var occurs = block.Text.Span.Contains((byte)separator);
            if (!occurs && hasReadWhole)
            {
                continue;
            }

            hasReadWhole |= !occurs;
            var records = SampleRecords.Read(block, separator, firstLine, start);
            if (headings.Find(records) is not { } row)
            {
                continue;
            }

            var below = records.Count - row.LastIndex - 1;
            var score = (row.Known, below == 0 ? 1 : (double)row.Agreeing / below, row.FieldCount);
            var isBetter = best.Headings is not { } other
                || HasRowsBefore(records, row, other)
                || (score.CompareTo(bestScore) > 0 && !HasRowsBefore(best.Records, other, row));
            if (isBetter)
            {
                (best, bestScore) = ((separator, records, row), score);
            }
        }

        return best;
    }

    /// <summary>Whether known headings have rows of their own before the other headings, which are those of another export then.</summary>
    private static bool HasRowsBefore(List<SampleRecord> records, HeadingRow headings, HeadingRow other) =>
        headings.Known >= 2 && HeadingDetector.HasRowsBefore(records, headings.Index, other.FirstLine);

    /// <summary>The separator that a first line such as <c>sep=;</c> names, and the length of that line with its line end.</summary>
    public static (char Separator, int Length)? Declared(ReadOnlySpan<byte> text)
    {
        var end = LineEnds.IndexOfFirst(text);
        var line = (end < 0 ? text : text[..end]).Trim("\" "u8);
        var isDeclaration = line.Length == 5
            && (line[0] | 0x20) == 's' && (line[1] | 0x20) == 'e' && (line[2] | 0x20) == 'p' && line[3] == '='
            && Candidates.Contains((char)line[4]);
        return isDeclaration ? ((char)line[4], end < 0 ? text.Length : end + LineEnds.LengthAtStart(text[end..])) : null;
    }
}
