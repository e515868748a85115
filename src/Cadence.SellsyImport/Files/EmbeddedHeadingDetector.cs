using System.Text;
using Cadence.SellsyImport.Text;
using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>Recognises headings among the rows, where another export was appended. Immutable.</summary>
internal sealed class EmbeddedHeadingDetector
{
    private const int LongestHeading = 200;

    private readonly ExportLayout _layout;
    private readonly string[] _folded;
    private readonly HashSet<string> _own;

    public EmbeddedHeadingDetector(ExportLayout layout)
    {
        _layout = layout;
        _folded = Array.ConvertAll(layout.HeadingCells, static cell => Folded(cell));
        _own = new(_folded, StringComparer.Ordinal);
    }

    /// <summary>
    /// A cheap test that few rows pass: no number under the heading of the contact's id, or, without such a heading, no number at the start
    /// and no e-mail address.
    /// </summary>
    public static bool AreLikely(CsvReader csv, ReadOnlySpan<byte> text, ExportLayout layout) => layout.IdColumn >= 0
        ? csv.GetSpan(layout.IdColumn) is [< (byte)'0' or > (byte)'9', ..]
        : layout.KnownHeadings is not null && text is [< (byte)'0' or > (byte)'9', ..] && !text.Contains((byte)'@');

    /// <summary>Whether the cells are the headings of the file again, in whatever case.</summary>
    public bool AreRepeated(CsvReader csv)
    {
        for (var index = 0; index < csv.FieldCount; index++)
        {
            var isSame = _folded.Length == csv.FieldCount
                && (csv.GetSpan(index).SequenceEqual(_layout.HeadingCells[index])
                    || (_layout.KnownHeadings is not null && Folded(csv.GetSpan(index)) == _folded[index]));
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the cells are other headings, or the same in another order: most are known to the fields, or headings of the file.</summary>
    public bool AreOthers(CsvReader csv)
    {
        if (_layout.KnownHeadings is not { } known || (_layout.IdColumn >= 0 && StartsWithDigit(csv.GetSpan(_layout.IdColumn))))
        {
            return false;
        }

        var (filled, meant) = (0, 0);
        for (var index = 0; index < csv.FieldCount; index++)
        {
            var cell = csv.GetSpan(index).Trim(" \t"u8);
            if (cell.IsEmpty)
            {
                continue;
            }

            filled++;
            meant += cell.Length <= LongestHeading && Folded(cell) is var folded && (known.Contains(folded) || _own.Contains(folded)) ? 1 : 0;
            if (meant == 0 && _layout.IdColumn < 0)
            {
                return false;
            }
        }

        return meant >= 2 && 2 * meant > filled;
    }

    private static bool StartsWithDigit(ReadOnlySpan<byte> cell) => cell.Trim(" \t"u8) is [>= (byte)'0' and <= (byte)'9', ..];

    private static string Folded(ReadOnlySpan<byte> cell) => TextFolding.Heading(HeadingText.Trim(Encoding.UTF8.GetString(cell)));
}
