using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>What stands in a cell that holds nothing: blanks, and what Sellsy and its users write for <i>nothing</i>.</summary>
internal static class EmptyValue
{
    /// <summary>
    /// Whether the cell is empty: nothing, blanks of any kind, one dash, <c>N/C</c>, <c>NC.</c>, <c>N/A</c>, or a date of zeros. A name
    /// such as <c>Na</c> and a code such as <c>NC</c> are values.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsBlank(ReadOnlySpan<char> cell)
    {
        var value = BlankCharacters.Trim(cell);
        return value.Length switch
        {
            0 => true,
            1 => value[0] is '-' or (>= '\u2010' and <= '\u2015') or '\u2212',
            3 => value.Equals("N/C", StringComparison.OrdinalIgnoreCase)
                || value.Equals("NC.", StringComparison.OrdinalIgnoreCase)
                || value.Equals("N/A", StringComparison.OrdinalIgnoreCase),
            10 => value is "0000-00-00" or "00/00/0000",
            19 => value is "0000-00-00 00:00:00" or "0000-00-00T00:00:00",
            _ => false,
        };
    }
}
