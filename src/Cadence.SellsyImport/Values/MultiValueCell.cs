using System.Buffers;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>A cell that lists several values, separated by commas, semicolons, bars or line breaks.</summary>
internal static class MultiValueCell
{
    private static readonly SearchValues<char> Hard = SearchValues.Create(";|\r\n\u0085\u2028\u2029");
    private static readonly SearchValues<char> Soft = SearchValues.Create(",;|\r\n\u0085\u2028\u2029");

    /// <summary>
    /// The first value of the cell, or an empty text. A separator inside parentheses separates nothing: <c>Jean Martin (Paris, Lyon)</c>
    /// is one name.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="several">Whether a later value differs from the first.</param>
    public static string First(string cell, out bool several) => First(cell, Soft, out several);

    /// <summary>The same, where a comma may belong to a value and does not separate.</summary>
    public static string FirstHard(string cell, out bool several) => First(cell, Hard, out several);

    private static string First(string cell, SearchValues<char> separators, out bool several)
    {
        several = false;
        var first = "";
        var close = -1;
        for (var start = 0; start < cell.Length;)
        {
            var end = EndOutsideParentheses(cell, start, separators, ref close);
            var part = BlankCharacters.Trim(cell.AsSpan(start, end - start));
            start = end + 1;
            if (IsNone(part))
            {
                continue;
            }

            if (first.Length == 0)
            {
                first = part.Length == cell.Length ? cell : part.ToString();
            }
            else if (!part.SequenceEqual(first))
            {
                several = true;
                return first;
            }
        }

        return first;
    }

    /// <summary>Finds the first error of a spreadsheet among the values of a cell; it is no value.</summary>
    public static bool TryFindSpreadsheetError(ReadOnlySpan<char> cell, out ReadOnlySpan<char> error)
    {
        error = [];
        for (var rest = cell.ContainsAny('#', ':') ? cell : []; error.IsEmpty && !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny(Soft);
            end = end < 0 ? rest.Length : end;
            error = SpreadsheetError.Is(rest[..end]) ? BlankCharacters.Trim(rest[..end]) : [];
            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }

        return !error.IsEmpty;
    }

    /// <summary>The values of the cell that are not blank, without the blanks around them.</summary>
    /// <param name="parts">Has the cell, and receives its values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ref CellParts parts) => Split(ref parts, Soft);

    /// <summary>The same, where a comma may belong to a value and does not separate.</summary>
    public static void SplitHard(ref CellParts parts) => Split(ref parts, Hard);

    private static bool IsNone(ReadOnlySpan<char> part) => EmptyValue.IsBlank(part) || SpreadsheetError.Is(part);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split(ref CellParts parts, SearchValues<char> separators)
    {
        var rest = parts.Cell;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(separators);
            end = end < 0 ? rest.Length : end;
            if (!IsNone(rest[..end]))
            {
                parts.Add(BlankCharacters.Trim(rest[..end]));
            }

            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }
    }

    /// <param name="cell">The cell.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="separators">The separators.</param>
    /// <param name="close">The next place of a closing parenthesis or a line break, as far as it was looked for.</param>
    private static int EndOutsideParentheses(ReadOnlySpan<char> cell, int start, SearchValues<char> separators, ref int close)
    {
        for (var i = start; i < cell.Length; i++)
        {
            if (separators.Contains(cell[i]))
            {
                return i;
            }

            if (cell[i] == '(')
            {
                close = close < i ? IndexOfClose(cell, i) : close;
                i = close < cell.Length && cell[close] == ')' ? close : i;
            }
        }

        return cell.Length;
    }

    private static int IndexOfClose(ReadOnlySpan<char> cell, int start)
    {
        var found = cell[start..].IndexOfAny(")\r\n");
        return found < 0 ? cell.Length : start + found;
    }
}
