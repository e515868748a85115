using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Checks that every line that is not blank belongs to exactly one row, to the headings, or to what stands before them.</summary>
internal static class LineAccount
{
    private const string Promise = "every line is accounted for";

    public static FuzzFinding? Check(byte[] input, ExportFormat format, List<ReportRow> rows)
    {
        var lines = new PhysicalLines(input, format.Encoding, format.Separator);
        var headings = format.HeadingLines;
        if (headings.First < 1 || headings.Last < headings.First || headings.Last > lines.Count)
        {
            return new(Promise, $"the headings are said to be on lines {headings} of {lines.Count}");
        }

        var (accounted, number) = (headings.Last, 0L);
        foreach (var row in rows.Select(row => row.Preview.Row))
        {
            var (first, last) = (row.Lines.First, row.Lines.Last);
            if (row.Number != ++number || first <= accounted || last < first || last > lines.Count)
            {
                return new(Promise, $"row {row.Number} is said to be on lines {row.Lines} of {lines.Count}, after line {accounted}, row {number - 1}");
            }

            if (FirstFilled(lines, accounted + 1, first - 1) is { } lost)
            {
                return new(Promise, $"line {lost}, before row {row.Number}, is in no row");
            }

            var (start, end) = (row.ByteOffset, row.ByteOffset + row.ByteLength);
            var isWhole = start >= lines.StartOf(first) && start <= end && end == lines.EndOf(last);
            if (!isWhole || !lines.IsBlank(lines.StartOf(first), (int)start))
            {
                return new(
                    "the bytes of a row are those of its lines",
                    $"row {row.Number}: bytes {start} to {end}, lines {lines.StartOf(first)} to {lines.EndOf(last)}");
            }

            accounted = last;
        }

        return FirstFilled(lines, accounted + 1, lines.Count) is { } left ? new(Promise, $"line {left}, after the last row, is in no row") : null;
    }

    private static long? FirstFilled(PhysicalLines lines, long first, long last)
    {
        for (var line = first; line <= last; line++)
        {
            if (!lines.IsBlank(line))
            {
                return line;
            }
        }

        return null;
    }
}
