using System.Buffers;
using System.Text.Unicode;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Plain;

/// <summary>Plain cells of a company: a name that nothing separates, and an id of digits. One instance serves one thread.</summary>
internal sealed class PlainCompany
{
    private const int LongestName = 128;

    private readonly char[] _name = new char[LongestName];
    private readonly char[] _folded = new char[LongestName * TextFolding.LongestExpansion];

    public static bool IsId(ReadOnlySpan<byte> cell) => !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Folds the name of a company, as <see cref="TextFolding.Label(string)"/> does.</summary>
    /// <param name="cell">The cell, not empty.</param>
    /// <param name="folded">The folded name, valid until the next call.</param>
    /// <returns>Whether the cell is one plain name.</returns>
    public bool TryFold(ReadOnlySpan<byte> cell, out ReadOnlySpan<char> folded)
    {
        folded = default;
        if (cell.Length > LongestName || Utf8.ToUtf16(cell, _name, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        var name = _name.AsSpan(0, length);
        if (ListCell.HasSeparator(name) || BlankValue.IsBlank(name))
        {
            return false;
        }

        folded = TextFolding.Label(Blanks.Trim(name), _folded);
        return true;
    }
}
