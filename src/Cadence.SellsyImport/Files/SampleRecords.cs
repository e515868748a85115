using System.Text;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>Reads the first records of a file under an assumed separator.</summary>
internal static class SampleRecords
{
    public const int Most = 100;

    /// <summary>No heading is longer, and of a cell that a stray quote made long the start is enough.</summary>
    private const int LongestCell = 4_096;

    public static List<SampleRecord> Read(TextBlock block, char separator, int firstLine, int start)
    {
        var records = new List<SampleRecord>();
        var text = block.Text;
        var line = (long)firstLine;
        var counted = start;
        using var csv = CsvReader.Create(text[start..], CsvDialect.Of(separator));
        while (records.Count < Most && csv.Read())
        {
            var from = start + (int)csv.ByteOffset;
            var end = from + csv.RawRecord.Length;
            if (end == text.Length && !block.IsLast)
            {
                break;
            }

            line += LineEnds.Count(text.Span[counted..from]);
            var lastLine = line + LineEnds.Count(csv.RawRecord);
            var cells = new string[csv.FieldCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = HeadingText.Trim(Text(csv, index));
            }

            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                records.Add(new(cells, from, end, new(line, lastLine)));
            }

            (line, counted) = (lastLine, end);
        }

        return records;
    }

    private static string Text(CsvReader csv, int index)
    {
        var cell = csv.GetSpan(index);
        if (cell.Length <= LongestCell)
        {
            return csv.GetString(index);
        }

        var length = LongestCell;
        while (length > 0 && (cell[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return Encoding.UTF8.GetString(cell[..length]);
    }
}
