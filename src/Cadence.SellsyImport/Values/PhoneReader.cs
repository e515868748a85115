namespace Cadence.SellsyImport.Values;

/// <summary>Reads phone numbers as ITU-T E.164. What is not certain is not recognised: its text is kept, and nothing is guessed.</summary>
internal static class PhoneReader
{
    private const int France = 33;
    private const int FrenchLength = 9;
    private const int MostCollected = 20;

    /// <summary>
    /// Reads one number: international (<c>+33</c>, <c>0033</c>, <c>+33 (0)</c>), or national in the country of the default calling code.
    /// French numbers are a zero, a digit 1 to 9 and eight digits (numbering plan of ARCEP); a leading zero that a spreadsheet took away
    /// is put back; those of the overseas departments get their own calling codes. Short numbers, extensions and words are not recognised.
    /// </summary>
    public static bool TryReadE164(ReadOnlySpan<char> text, int defaultCallingCode, out string e164)
    {
        e164 = "";
        Span<char> collected = stackalloc char[MostCollected];
        if (!PhoneText.TryCollect(text, collected, out var count, out var isInternational, out var trunkZeroAt))
        {
            return false;
        }

        var digits = (ReadOnlySpan<char>)collected[..count];
        if (!isInternational && digits.StartsWith("00"))
        {
            isInternational = true;
            digits = digits[2..];
            trunkZeroAt -= 2;
        }

        if (isInternational || trunkZeroAt > 0)
        {
            return TryReadInternational(digits, trunkZeroAt, out e164);
        }

        return TryReadNational(text, digits, defaultCallingCode, out e164)
            || (StartsWithOwnCode(digits, defaultCallingCode) && TryReadInternational(digits, trunkZeroAt, out e164));
    }

    /// <summary>The numbers of a cell, without the blanks around them, each as it stood.</summary>
    public static string[] Split(string cell) => PhoneSplitter.Split(cell);

    private static bool TryReadInternational(ReadOnlySpan<char> digits, int trunkZeroAt, out string e164)
    {
        e164 = "";
        var code = CallingCodes.At(digits);
        if (code == 0)
        {
            return false;
        }

        var codeLength = code < 10 ? 1 : code < 100 ? 2 : 3;
        if (trunkZeroAt > 0 && trunkZeroAt != codeLength)
        {
            return false;
        }

        var national = digits[codeLength..];
        if (national.StartsWith('0') && !CallingCodes.KeepsZero(code))
        {
            if (trunkZeroAt != codeLength && !CallingCodes.HasTrunkZero(code))
            {
                return false;
            }

            national = national[1..];
        }

        return TryCompose(code, national, out e164);
    }

    private static bool TryReadNational(ReadOnlySpan<char> text, ReadOnlySpan<char> digits, int code, out string e164)
    {
        e164 = "";
        if (OverseasNumbers.IsFrenchPlan(code))
        {
            var national = digits.StartsWith('0') ? digits[1..] : digits;
            return national.Length == FrenchLength && (digits.Length > FrenchLength || PhoneText.IsWithoutItsZero(text))
                && TryCompose(OverseasNumbers.CodeOf(national, code), national, out e164);
        }

        if (!CallingCodes.HasTrunkZero(code))
        {
            return TryCompose(code, digits, out e164);
        }

        return digits.StartsWith('0') && TryCompose(code, digits[1..], out e164);
    }

    // The plus sign that a spreadsheet took away. Only for the host's own country, where the length tells the code from a number.
    private static bool StartsWithOwnCode(ReadOnlySpan<char> digits, int defaultCode)
    {
        var code = CallingCodes.At(digits);
        return code != 0 && OverseasNumbers.IsFrenchPlan(defaultCode) && OverseasNumbers.IsFrenchPlan(code)
            && digits.Length == (code == France ? 2 : 3) + FrenchLength;
    }

    private static bool TryCompose(int code, ReadOnlySpan<char> national, out string e164)
    {
        e164 = "";
        if (code == 0 || (national.StartsWith('0') && !CallingCodes.KeepsZero(code)) || !CallingCodes.IsLength(code, national.Length)
            || !national.ContainsAnyExcept('0'))
        {
            return false;
        }

        Span<char> composed = stackalloc char[1 + CallingCodes.MostDigits];
        composed[0] = '+';
        if (!code.TryFormat(composed[1..], out var codeLength, default, System.Globalization.CultureInfo.InvariantCulture)
            || codeLength + national.Length > CallingCodes.MostDigits)
        {
            return false;
        }

        national.CopyTo(composed[(1 + codeLength)..]);
        e164 = composed[..(1 + codeLength + national.Length)].ToString();
        return true;
    }
}
