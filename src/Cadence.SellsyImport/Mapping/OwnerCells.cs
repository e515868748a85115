using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Reads the owner out of a name cell and an id cell, the same way for the scan and for the mapping.</summary>
internal static class OwnerCells
{
    /// <summary>The text of the cell that may be one name with a comma, or null if it has none.</summary>
    public static string? NameWithComma(string cell)
    {
        var first = MultiValueCell.FirstHard(cell, out _);
        return first.Contains(',', StringComparison.Ordinal) && MultiValueCell.First(first, out _).Length < first.Length ? first : null;
    }

    /// <summary>The first name of the cell, or null if the cell is blank.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="withComma">The texts with a comma that are the name of one owner.</param>
    /// <param name="several">Whether the cell lists several owners.</param>
    public static string? FirstName(string cell, ImmutableHashSet<string> withComma, out bool several)
    {
        if (!withComma.IsEmpty && MultiValueCell.FirstHard(cell, out several) is var whole && withComma.Contains(whole))
        {
            return whole;
        }

        return FirstOf(cell, out several);
    }

    /// <summary>The first id of the cell, or null if the cell is blank. The comma of an exponent separates nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="several">Whether the cell lists several owners.</param>
    public static string? FirstId(string cell, out bool several)
    {
        several = false;
        return SpreadsheetDamage.IsExponent(cell.AsSpan().Trim()) ? cell.Trim() : FirstOf(cell, out several);
    }

    private static string? FirstOf(string cell, out bool several)
    {
        several = false;
        if (EmptyValue.IsBlank(cell))
        {
            return null;
        }

        var first = MultiValueCell.First(cell, out several);
        return first.Length == 0 ? null : first;
    }
}
