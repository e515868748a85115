using System.Runtime.CompilerServices;
using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Validates e-mail addresses by their structure (RFC 5321, RFC 6531). Further forms of RFC 5322 are not valid here: comments, folding white
/// space, the obsolete forms, and domain literals that are no IP address. A domain that ends in a number is not valid either.
/// </summary>
internal static class EmailReader
{
    private const int MostOctets = 254;
    private const int MostOctetsBeforeAt = 64;
    private const string MarksBetweenWords = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Whether the text, exactly as it is, is one address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var at = text.StartsWith('"') ? EndOfQuoted(text) : text.IndexOf('@');
        if (at <= 0 || at >= text.Length || text[at] != '@' || text.Length > MostOctets)
        {
            return false;
        }

        var local = text[..at];
        var domain = text[(at + 1)..];
        if (ControlCharacters.IndexOf(text) >= 0 || IsLongerThan(local, MostOctetsBeforeAt) || IsLongerThan(text, MostOctets))
        {
            return false;
        }

        return (local[0] == '"' || IsDotAtom(local))
            && (domain.StartsWith('[') ? AddressLiteral.IsValid(domain) : DomainName.IsValid(domain));
    }

    /// <summary>
    /// Whether the text is one address to which mail can be sent: its domain is an IP address or a fully qualified name, which has a dot (RFC 5321,
    /// 2.3.5).
    /// </summary>
    public static bool IsFullyQualified(ReadOnlySpan<char> text) =>
        IsValid(text) && (text[^1] == ']' || text[(text.LastIndexOf('@') + 1)..].Contains('.'));

    /// <summary>Whether a text has more bytes of UTF-8 than the limit; a character has three at most.</summary>
    private static bool IsLongerThan(ReadOnlySpan<char> text, int octets) => 3 * text.Length > octets && Encoding.UTF8.GetByteCount(text) > octets;

    /// <summary>The index behind the closing quote, or -1 where the text does not start with a quoted string.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '"')
            {
                return i + 1;
            }

            if (character == '\\' && ++i < text.Length)
            {
                character = text[i];
                if (character is < ' ' or > '~')
                {
                    return -1;
                }
            }
            else if (character < ' ' || character == '\u007F')
            {
                return -1;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsDotAtom(ReadOnlySpan<char> local)
    {
        var afterDot = true;
        foreach (var character in local)
        {
            if (character == '.' ? afterDot : !IsAtomCharacter(character))
            {
                return false;
            }

            afterDot = character == '.';
        }

        return !afterDot;
    }

    private static bool IsAtomCharacter(char character) => char.IsAsciiLetterOrDigit(character)
        || (character < '\u0080' ? MarksBetweenWords.Contains(character, StringComparison.Ordinal) : !BlankCharacters.IsBlank(character));
}
