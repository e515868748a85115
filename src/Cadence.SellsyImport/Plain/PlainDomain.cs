namespace Cadence.SellsyImport.Plain;

/// <summary>Plain domain names: two labels or more of ASCII letters, digits and hyphens, the last of letters only.</summary>
internal static class PlainDomain
{
    private const int MostCharacters = 253;
    private const int MostCharactersOfLabel = 63;
    private const int LeastCharactersOfTopLevel = 2;

    public static bool IsPlain(ReadOnlySpan<byte> domain)
    {
        if (domain.Length > MostCharacters)
        {
            return false;
        }

        var (start, hasDot, isOfLetters) = (0, false, true);
        for (var i = 0; i < domain.Length; i++)
        {
            var character = (char)domain[i];
            if (character == '.')
            {
                if (!IsLabel(domain[start..i]))
                {
                    return false;
                }

                (start, hasDot, isOfLetters) = (i + 1, true, true);
            }
            else if (!char.IsAsciiLetter(character))
            {
                isOfLetters = false;
                if (character != '-' && !char.IsAsciiDigit(character))
                {
                    return false;
                }
            }
        }

        var top = domain[start..];
        return hasDot && isOfLetters && top.Length is >= LeastCharactersOfTopLevel and <= MostCharactersOfLabel;
    }

    private static bool IsLabel(ReadOnlySpan<byte> label) =>
        label.Length is > 0 and <= MostCharactersOfLabel && label[0] != '-' && label[^1] != '-';
}
