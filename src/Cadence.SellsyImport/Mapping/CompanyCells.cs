using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Reads the first company out of a name cell and an id cell, the same way for the survey and for the mapping. A comma separates two
/// companies only where nothing shows that it belongs to one name.
/// </summary>
internal static class CompanyCells
{
    /// <summary>The ids of the cell, none where it is blank. The comma of an exponent separates nothing.</summary>
    public static string[] Ids(string cell)
    {
        if (BlankValue.IsBlank(cell))
        {
            return [];
        }

        return SpreadsheetDamage.IsExponent(cell.AsSpan().Trim()) ? [cell.Trim()] : ListCell.Split(cell);
    }

    /// <summary>The name of the first company.</summary>
    /// <param name="cell">The name cell, not blank.</param>
    /// <param name="ids">The number of ids that the row gives.</param>
    /// <param name="isOneName">Whether the other rows show that a cell with commas is one name.</param>
    /// <param name="several">Whether the cell lists several companies.</param>
    public static string FirstName(string cell, int ids, Func<string, bool> isOneName, out bool several)
    {
        var parts = ListCell.SplitHard(cell);
        several = parts.Length > 1;
        var first = parts.Length == 0 ? cell.Trim() : parts[0];
        if (several || !first.Contains(',', StringComparison.Ordinal) || ids == 1 || (ids == 0 && isOneName(first)))
        {
            return first;
        }

        var commaParts = ListCell.Split(first);
        several = commaParts.Length > 1;
        return commaParts.Length == 0 ? first : commaParts[0];
    }

    /// <summary>Tells the facts what a row shows about its companies.</summary>
    public static void Survey(CompanyFacts facts, string nameCell, string idCell)
    {
        if (BlankValue.IsBlank(nameCell))
        {
            return;
        }

        var ids = Ids(idCell);
        var name = FirstName(nameCell, ids.Length, _ => true, out var several);
        var hasComma = name.Contains(',', StringComparison.Ordinal);
        if (ids.Length > 0 && DigitsReader.IsDigits(ids[0]))
        {
            facts.AddId(name, ids[0]);
        }

        if (!hasComma)
        {
            facts.AddStandingAlone(name);
        }
        else if (ids.Length == 1)
        {
            facts.AddCellWithOneId(name);
        }
        else if (ids.Length == 0 && !several)
        {
            facts.AddCommaCell(name);
        }
    }
}
