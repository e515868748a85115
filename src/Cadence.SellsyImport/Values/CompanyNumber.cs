using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// SIREN and SIRET: the numbers that INSEE gives to companies (9 digits) and their establishments (14 digits), with a check digit by the
/// Luhn formula.
/// </summary>
internal static class CompanyNumber
{
    private const int SirenLength = 9;
    private const int SiretLength = 14;
    private const string LaPoste = "356000000";

    /// <summary>Whether the text, blanks left aside, is a SIREN with its right check digit.</summary>
    public static bool IsSiren(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[SirenLength];
        return TryCollect(text, digits) && IsLuhn(digits);
    }

    /// <summary>
    /// Whether the text, blanks left aside, is a SIRET with its right check digits. The establishments of La Poste outgrew the formula: of
    /// theirs, a sum of digits that is a multiple of five is right too.
    /// </summary>
    public static bool IsSiret(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[SiretLength];
        return TryCollect(text, digits) && IsLuhn(digits[..SirenLength])
            && (IsLuhn(digits) || (digits.StartsWith(LaPoste) && Sum(digits) % 5 == 0));
    }

    /// <summary>The number without blanks and a leading apostrophe; the same instance where there are none.</summary>
    public static string Digits(string text)
    {
        var trimmed = BlankCharacters.Trim(text.AsSpan()).TrimStart('\'');
        Span<char> kept = trimmed.Length <= 64 ? stackalloc char[64] : new char[trimmed.Length];
        var count = 0;
        foreach (var character in trimmed)
        {
            if (!BlankCharacters.IsBlank(character))
            {
                kept[count++] = character;
            }
        }

        return count == text.Length ? text : kept[..count].ToString();
    }

    private static bool TryCollect(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var character in BlankCharacters.Trim(text).TrimStart('\''))
        {
            if (BlankCharacters.IsBlank(character))
            {
                continue;
            }

            if (!char.IsAsciiDigit(character) || count == digits.Length)
            {
                return false;
            }

            digits[count++] = character;
        }

        return count == digits.Length && digits.ContainsAnyExcept('0');
    }

    private static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    private static int Sum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        foreach (var digit in digits)
        {
            sum += digit - '0';
        }

        return sum;
    }
}
