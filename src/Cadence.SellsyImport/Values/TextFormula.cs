namespace Cadence.SellsyImport.Values;

/// <summary>
/// A text that a program wrote as a formula, <c>="01000"</c>, so that a spreadsheet shows it as it is and does not make a number of it.
/// </summary>
internal static class TextFormula
{
    /// <summary>The text within the formula.</summary>
    /// <param name="cell">The cell, without blanks around it.</param>
    /// <param name="inside">The text; a quote in it is doubled.</param>
    /// <returns>Whether the whole cell is such a formula: its quotes, but for the first and the last, stand in pairs.</returns>
    public static bool TryUnwrap(ReadOnlySpan<char> cell, out ReadOnlySpan<char> inside)
    {
        inside = [];
        if (cell is not ['=', '"', .. var text, '"'] || !HasOnlyPairs(text))
        {
            return false;
        }

        inside = text;
        return true;
    }

    private static bool HasOnlyPairs(ReadOnlySpan<char> text)
    {
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            if (text[(quote + 1)..] is not ['"', ..])
            {
                return false;
            }

            text = text[(quote + 2)..];
        }

        return true;
    }
}
