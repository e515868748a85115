namespace Cadence.SellsyImport.Values;

/// <summary>
/// The country calling codes that the ITU has assigned (list annexed to ITU-T E.164), with the number of digits of a national number if it
/// is commonly known. Otherwise any length that E.164 allows is accepted.
/// </summary>
internal static class CallingCodes
{
    /// <summary>Most digits of an international number, calling code included (ITU-T E.164).</summary>
    public const int MostDigits = 15;

    private const int LeastDigits = 7;

    /// <summary>The calling code at the start of the digits, or 0 if none is assigned.</summary>
    public static int At(ReadOnlySpan<char> digits)
    {
        if (digits.Length < LeastDigits || digits[0] == '0')
        {
            return 0;
        }

        if (digits[0] is '1' or '7')
        {
            return digits[0] - '0';
        }

        var two = TimeText.Number(digits[..2]);
        if (two is 20 or 27 or (>= 30 and <= 34) or 36 or 39 or 40 or 41 or (>= 43 and <= 49) or (>= 51 and <= 58)
            or (>= 60 and <= 66) or 81 or 82 or 84 or 86 or (>= 90 and <= 95) or 98)
        {
            return two;
        }

        var three = TimeText.Number(digits[..3]);
        return IsAssigned(three) ? three : 0;
    }

    /// <summary>Whether a national number begins with its own zero, so that a zero is never taken for the trunk prefix.</summary>
    public static bool KeepsZero(int code) => code is 39 or 225 or 229 or 242 or 378;

    /// <summary>Whether numbers are dialled with a leading zero inside the country that is left out from abroad.</summary>
    public static bool HasTrunkZero(int code) => code is 20 or 27 or 31 or 32 or 33 or 40 or 41 or 43 or 44 or 46 or 49 or 61 or 64 or 66
        or 81 or 82 or 84 or 86 or 90 or 91 or 94 or 98 or 212 or 213 or 261 or 262 or 353 or 355 or 358 or 359 or 380 or 381 or 385 or 386
        or 387 or 389 or 421 or 508 or 590 or 594 or 596 or 961 or 972;

    /// <summary>Whether a national number, without trunk prefix, has a plausible length.</summary>
    public static bool IsLength(int code, int length)
    {
        var (least, most) = LengthOf(code);
        return length >= least && length <= most;
    }

    private static bool IsAssigned(int code) => code is 211 or 212 or 213 or 216 or 218 or (>= 220 and <= 258) or (>= 260 and <= 269) or 290
        or 291 or (>= 297 and <= 299) or (>= 350 and <= 359) or (>= 370 and <= 378) or (>= 380 and <= 383) or (>= 385 and <= 387) or 389
        or 420 or 421 or 423 or (>= 500 and <= 509) or (>= 590 and <= 599) or 670 or (>= 672 and <= 683) or (>= 685 and <= 692)
        or 800 or 808 or 850 or 852 or 853 or 855 or 856 or 870 or 878 or (>= 880 and <= 883) or 886 or (>= 960 and <= 968)
        or (>= 970 and <= 977) or 979 or 992 or 993 or 994 or 995 or 996 or 998;

    private static (int Least, int Most) LengthOf(int code) => code switch
    {
        1 or 7 or 30 or 58 or 90 or 91 or 225 => (10, 10),
        27 or 33 or 34 or 40 or 41 or 48 or 212 or 221 or 224 or 237 or 242 or 261 or 262 or 351 or 380 or 420 or 421 or 590 or 594 or 596
            or 966 => (9, 9),
        45 or 47 or 65 or 216 or 223 or 226 or 227 or 228 or 235 or 356 or 357 or 370 or 371 or 689 or 852 => (8, 8),
        508 or 681 or 687 => (6, 6),
        32 or 36 or 213 or 377 or 971 => (8, 9),
        44 => (9, 10),
        54 or 55 => (10, 11),
        20 or 52 or 57 or 81 or 229 => (8, 10),
        31 => (8, 11),
        46 or 61 or 64 or 66 or 84 or 94 or 353 or 355 or 359 or 372 or 381 or 385 or 386 or 387 or 389 or 423 or 972 => (7, 10),
        39 or 236 or 241 or 352 or 358 or 376 or 378 or 961 => (5, 12),
        43 or 49 => (5, 13),
        51 or 56 or 60 or 62 or 63 or 82 or 86 or 92 or 93 or 95 or 98 => (8, 12),
        _ => (5, 12),
    };
}
