using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads a form of address.</summary>
internal static class CivilityReader
{
    /// <summary>
    /// <c>Monsieur</c>, <c>Madame</c> or <c>Mademoiselle</c> where the text is a known form of one of them, else the text without the
    /// blanks around it. Sellsy writes <c>ms</c> for Mademoiselle.
    /// </summary>
    public static string Read(string text)
    {
        var value = BlankCharacters.Trim(text);
        return Known(value) ?? value;
    }

    /// <summary>Which of the three the text means, or null.</summary>
    public static string? Known(ReadOnlySpan<char> text)
    {
        var value = BlankCharacters.Trim(text);
        var bare = value.EndsWith('.') ? value[..^1] : value;
        return bare.Length switch
        {
            1 when Is(bare, "m") => "Monsieur",
            2 when Is(bare, "mr") => "Monsieur",
            2 when Is(bare, "ms") => "Mademoiselle",
            3 when Is(bare, "mme") || Is(bare, "mrs") => "Madame",
            4 when Is(bare, "mlle") => "Mademoiselle",
            6 when Is(bare, "madame") => "Madame",
            8 when Is(bare, "monsieur") => "Monsieur",
            12 when Is(bare, "mademoiselle") => "Mademoiselle",
            _ => null,
        };
    }

    private static bool Is(ReadOnlySpan<char> text, string form) => text.Equals(form, StringComparison.OrdinalIgnoreCase);
}
