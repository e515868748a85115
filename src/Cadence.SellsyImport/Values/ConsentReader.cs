using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads yes or no. Whatever is neither is not a consent.</summary>
internal static class ConsentReader
{
    private static readonly string[] Yes = ["Y", "O", "1", "OUI", "YES", "TRUE", "VRAI"];
    private static readonly string[] No = ["N", "0", "NON", "NO", "FALSE", "FAUX"];

    public static bool TryRead(ReadOnlySpan<char> text, out bool value)
    {
        var word = BlankCharacters.Trim(text);
        value = IsOneOf(word, Yes);
        return value || IsOneOf(word, No);
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
