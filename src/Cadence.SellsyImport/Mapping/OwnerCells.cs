using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Reads the owner out of a name cell and an id cell, the same way for the scan and for the mapping.</summary>
internal static class OwnerCells
{
    /// <summary>The first name of the cell, or null if the cell has none.</summary>
    public static string? FirstName(string cell, out bool several)
    {
        several = false;
        if (EmptyValue.IsBlank(cell))
        {
            return null;
        }

        var first = MultiValueCell.First(cell, out several);
        return first.Length == 0 ? null : first;
    }

    /// <summary>The first id of the cell, or null if the cell has none. The comma of an exponent separates nothing.</summary>
    public static string? FirstId(string cell) => SpreadsheetDamage.IsExponent(cell.AsSpan().Trim()) ? cell.Trim() : FirstName(cell, out _);
}
