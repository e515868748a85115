using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Splits the cells of companies. A comma separates two companies only where nothing shows that it belongs to one name.</summary>
internal static class CompanyCells
{
    /// <summary>The ids of a cell. The comma of an exponent separates nothing.</summary>
    /// <param name="ids">Has the cell, not blank, and receives its ids.</param>
    public static void SplitIds(ref CellParts ids)
    {
        var cell = ids.Cell.Trim();
        if (SpreadsheetDamage.IsExponent(cell))
        {
            ids.Add(cell);
        }
        else
        {
            MultiValueCell.Split(ref ids);
        }
    }

    /// <summary>The first name of a cell, where no comma separates; nothing for a cell of separators alone.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="several">Whether the cell lists several companies.</param>
    public static ReadOnlySpan<char> FirstName(ReadOnlySpan<char> cell, out bool several)
    {
        var names = new CellParts(cell, stackalloc Range[CellParts.Usual]);
        MultiValueCell.SplitHard(ref names);
        several = names.Count > 1;
        return names.Count == 0 ? [] : cell[names.RangeOfFirst];
    }

    /// <summary>The first name of a cell where commas separate.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="several">Whether the cell lists several companies.</param>
    public static ReadOnlySpan<char> FirstBeforeComma(ReadOnlySpan<char> cell, out bool several)
    {
        var names = new CellParts(cell, stackalloc Range[CellParts.Usual]);
        MultiValueCell.Split(ref names);
        several = names.Count > 1;
        return names.Count == 0 ? cell : cell[names.RangeOfFirst];
    }
}
