using System.Buffers;
using System.Text.Unicode;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Plain;

/// <summary>Plain cells of a company: a name that nothing separates, and an id of digits.</summary>
internal static class PlainCompany
{
    /// <summary>So many characters has a folded name at most.</summary>
    public const int FoldedLength = LongestName * TextFolding.LongestExpansion;

    private const int LongestName = 128;

    public static bool IsId(ReadOnlySpan<byte> cell) => !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Folds the name of a company, as <see cref="TextFolding.Label(string)"/> does.</summary>
    /// <param name="cell">The cell, not empty.</param>
    /// <param name="space">Room for <see cref="FoldedLength"/> characters.</param>
    /// <param name="folded">The folded name, in that room.</param>
    /// <returns>Whether the cell is one plain name.</returns>
    public static bool TryFold(ReadOnlySpan<byte> cell, Span<char> space, out ReadOnlySpan<char> folded)
    {
        folded = default;
        Span<char> name = stackalloc char[LongestName];
        if (cell.Length > LongestName || Utf8.ToUtf16(cell, name, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done
            || ListCell.HasSeparator(name[..length]) || BlankValue.IsBlank(name[..length]))
        {
            return false;
        }

        folded = TextFolding.Label(Blanks.Trim(name[..length]), space);
        return true;
    }
}
