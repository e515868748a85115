using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>Domain names: labels of letters, digits and hyphens (RFC 1123), or of the letters of any script (RFC 5890).</summary>
internal static class DomainName
{
    private const int MostCharacters = 255;
    private const int MostCharactersOfLabel = 63;

    /// <summary>Whether the text is a domain name. Its last label is never a number, which distinguishes it from an IP address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsValid(ReadOnlySpan<char> domain)
    {
        if (domain.IsEmpty || domain.Length > MostCharacters)
        {
            return false;
        }

        while (true)
        {
            var dot = domain.IndexOf('.');
            if (!IsLabel(dot < 0 ? domain : domain[..dot]))
            {
                return false;
            }

            if (dot < 0)
            {
                return !DigitsReader.IsDigits(domain);
            }

            domain = domain[(dot + 1)..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label.Length > MostCharactersOfLabel || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        for (var i = 0; i < label.Length; i++)
        {
            var character = label[i];
            if (char.IsAsciiLetterOrDigit(character) || character == '-')
            {
                continue;
            }

            if (character < '\u0080' || (!char.IsLetterOrDigit(character) && !IsMark(character) && !IsPair(label, ref i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsPair(ReadOnlySpan<char> label, ref int index)
    {
        if (!char.IsHighSurrogate(label[index]) || index + 1 == label.Length || !char.IsLowSurrogate(label[index + 1]))
        {
            return false;
        }

        index++;
        return true;
    }
}
