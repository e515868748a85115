using System.Globalization;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads phone numbers as ITU-T E.164. What is not certain is not recognised: its text is kept, and nothing is guessed.</summary>
internal static class PhoneReader
{
    /// <summary>The characters of the longest number: a plus sign and its digits.</summary>
    public const int LongestE164 = 1 + CallingCodes.MostDigits;

    private const int France = 33;
    private const int MostCollected = 20;

    /// <summary>
    /// Reads one number: international (<c>+33</c>, <c>0033</c>, <c>+33 (0)</c>), or national in the country of the default calling code.
    /// French numbers are a zero, a digit 1 to 9 and eight digits (numbering plan of ARCEP). A leading zero that a spreadsheet removed is
    /// restored. Numbers of the overseas departments get their own calling codes, also where <c>+33</c> stands before them. An extension and the
    /// words of <see cref="PhoneWords"/> are no part of the number. Short numbers and other words are not recognised.
    /// </summary>
    /// <param name="text">The number as it is written.</param>
    /// <param name="defaultCallingCode">The calling code of a number that is written without one.</param>
    /// <param name="e164">Receives the number; room for <see cref="LongestE164"/> characters.</param>
    /// <param name="length">How many characters.</param>
    /// <param name="isFax">Whether the number is one of a fax.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadE164(ReadOnlySpan<char> text, int defaultCallingCode, Span<char> e164, out int length, bool isFax = false)
    {
        var number = PhoneText.WithoutWrapping(text);
        return TryReadBare(number, defaultCallingCode, e164, out length)
            || (PhoneWords.TryRemove(number, isFax, out var bare) && TryReadBare(bare, defaultCallingCode, e164, out length));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadBare(ReadOnlySpan<char> text, int defaultCallingCode, Span<char> e164, out int length)
    {
        length = 0;
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
            return TryReadInternational(digits, trunkZeroAt, e164, out length);
        }

        return TryReadNational(text, digits, defaultCallingCode, e164, out length)
            || (StartsWithOwnCode(digits, defaultCallingCode) && TryReadInternational(digits, trunkZeroAt, e164, out length));
    }

    private static bool TryReadInternational(ReadOnlySpan<char> digits, int trunkZeroAt, Span<char> e164, out int length)
    {
        length = 0;
        var code = CallingCodes.At(digits);
        if (code == 0)
        {
            return false;
        }

        var codeLength = CallingCodes.DigitsOf(code);
        if (trunkZeroAt > 0 && (trunkZeroAt != codeLength || CallingCodes.MayDropZero(code, digits[codeLength..])))
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

        // The code of France may stand before a number that has its own, as in +33 262 692 12 34 56.
        return TryCompose(code, national, e164, out length)
            || (code == France && StartsWithOwnCode(national, code) && TryReadInternational(national, trunkZeroAt: -1, e164, out length));
    }

    private static bool TryReadNational(ReadOnlySpan<char> text, ReadOnlySpan<char> digits, int code, Span<char> e164, out int length)
    {
        length = 0;
        if (OverseasNumbers.IsFrenchPlan(code))
        {
            var national = digits.StartsWith('0') ? digits[1..] : digits;
            return national.Length == OverseasNumbers.Length && (digits.Length > national.Length || PhoneText.IsWithoutItsZero(text))
                && TryCompose(OverseasNumbers.CodeOf(national, code), national, e164, out length);
        }

        if (!CallingCodes.HasTrunkZero(code))
        {
            return !CallingCodes.StartsWithOtherTrunk(code, digits) && TryCompose(code, digits, e164, out length);
        }

        return digits.StartsWith('0') && TryCompose(code, digits[1..], e164, out length);
    }

    // The plus sign that a spreadsheet removed. Only for the host's own country, where the length distinguishes the code from a number.
    private static bool StartsWithOwnCode(ReadOnlySpan<char> digits, int defaultCode)
    {
        var code = CallingCodes.At(digits);
        return code != 0 && OverseasNumbers.IsFrenchPlan(defaultCode) && OverseasNumbers.IsFrenchPlan(code)
            && digits.Length == CallingCodes.DigitsOf(code) + OverseasNumbers.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryCompose(int code, ReadOnlySpan<char> national, Span<char> e164, out int length)
    {
        length = 0;
        if (OverseasNumbers.IsFrenchPlan(code) && national.Length == OverseasNumbers.Length)
        {
            var own = OverseasNumbers.CodeOf(national, code);
            code = own == code || code == France ? own : 0;
        }

        national = OverseasNumbers.WithoutPrefix(national, code);
        if (code == 0 || (national.StartsWith('0') && !CallingCodes.KeepsZero(code)) || !CallingCodes.IsLength(code, national.Length)
            || !national.ContainsAnyExcept('0'))
        {
            return false;
        }

        e164[0] = '+';
        if (!code.TryFormat(e164[1..], out var codeLength, default, CultureInfo.InvariantCulture)
            || codeLength + national.Length > CallingCodes.MostDigits)
        {
            return false;
        }

        national.CopyTo(e164[(1 + codeLength)..]);
        length = 1 + codeLength + national.Length;
        return true;
    }
}
