using System.Globalization;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// The country calling codes that the ITU has assigned (list annexed to ITU-T E.164), with the numbers of digits that a national number can
/// have. Source of the lengths and of the trunk prefixes: the metadata of libphonenumber 9.0, against which the tests compare.
/// </summary>
internal static class CallingCodes
{
    /// <summary>Most digits of an international number, calling code included (ITU-T E.164).</summary>
    public const int MostDigits = 15;

    private const int LeastDigits = 7;
    private const int Codes = 1_000;
    private const ushort TrunkZero = 1;

    /// <summary>Each code, <c>t</c> if numbers are dialled with a zero inside the country that is left out from abroad, and the lengths.</summary>
    private const string Plans =
        "1:10 7:10,14 20t:8-10 27t:5-10 30:10-12 31t:5-11 32t:8-9 33t:9 34:9 36:8-9 39:6-12 40t:6,9 41t:9,12 43t:4-13 "
        + "44t:7,9-10 45:8 46t:6-10,12 47:5,8 48:6-10 49t:4-15 51t:8-9 52:10 53t:6-8,10 54t:10-11 55t:8-11 56:9-11 57t:8,10-11 "
        + "58t:10 60t:8-10 61t:5-10,12 62t:7-15 63t:6,8-13 64t:5-10 65:8,10-11 66t:8-10,13 81t:8-15 82t:5-6,8-14 84t:7-10 "
        + "86t:7-12 90t:7,10,12-13 91t:8-13 92t:8-12 93t:9 94t:9 95t:6-10 98t:4-7,10 211t:9 212t:9 213t:8-9 216:8 218t:9 220:7,9 "
        + "221:9 222:8 223:8 224:8-9 225:10 226:8 227:8 228:8 229:10 230:7-8,10 231t:7-9 232t:8 233t:8-9 234t:10-14 235:8 236:8 "
        + "237:8-9 238:7 239:7 240:9 241:7-8 242:9 243t:7-10 244:9 245:7,9 246:7 247:5-6 248:7 249t:9 250t:8-9 251t:9 252t:6-9 "
        + "253:8 254t:7-10 255t:9 256t:9 257:8 258:8-9 260t:9 261t:9 262t:9 263t:7,9-10 264t:8-9 265t:7,9 266:8 267:7-8,10 "
        + "268:8-9 269:7 290:4-5 291t:7 297:7 298:6 299:6 350:8 351:9 352:4-11 353t:7-10 354:7,9 355t:6-9 356:8 357:8 358t:5-12 "
        + "359t:6-9,12 370t:8 371:8 372:7-8,10 373t:8 374t:8 375:6-11 376:6,8-9 377t:8-9 378:8,10 380t:9-10 381t:6-12 382t:8-9 "
        + "383t:8-12 385t:7-9 386t:5-8 387t:8-9 389t:8 420:9-12 421t:6-7,9 423t:7,9 500:5 501:7,11 502:8,11 503:7-8,11 504:8,11 "
        + "505:8 506:8,10 507:7-8,10-11 508t:6,9 509:8 590t:9 591t:8-9 592:7 593t:8-11 594t:9 595t:6-11 596t:9 597:6-7 598t:4-13 "
        + "599:7-8 670:7-8 672:6 673:7 674:7 675:7-8 676:5,7 677:5,7 678:5,7 679:7,11 680:7 681:6,9 682:5 683:4,7 685:5-7,10 "
        + "686t:5,8 687:6 688:5-7 689:6,8-9 690:4-7 691:7 692:7 800:8 808:8 850t:8,10 852:5-9,11 853:7-8 855t:8-10 856t:8-10 "
        + "870:9,12 878:12 880t:6-10 881:9-10 882:7-12 883:8-12 886t:7-11 888:11 960:7,10 961t:7-8 962t:8-9 963t:8-9 964t:8-10 "
        + "965:7-8 966t:9-10 967t:7-9 968:7-9 970t:8-10 971t:5-12 972t:7-12 973:8 974:7-9,11 975:7-8 976t:8-10 977t:8,10-11 979:9 "
        + "992:9 993:8 994t:9 995t:9 996t:9-10 998:9";

    /// <summary>A bit for each length, and <see cref="TrunkZero"/>; 0 for a code that is not assigned.</summary>
    private static readonly ushort[] ByCode = Read(Plans);

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
        var three = TimeText.Number(digits[..3]);
        return ByCode[two] != 0 ? two : ByCode[three] != 0 ? three : 0;
    }

    /// <summary>How many digits a calling code has.</summary>
    public static int DigitsOf(int code) => code < 10 ? 1 : code < 100 ? 2 : 3;

    /// <summary>Whether a national number begins with its own zero, so that a zero is never taken for the trunk prefix.</summary>
    public static bool KeepsZero(int code) => code is 39 or 225 or 229 or 241 or 242 or 378;

    /// <summary>
    /// Whether a zero in parentheses is no certain part of a national number although some numbers of the country begin with one. In Italy it is
    /// part of the number of a landline, and a mobile number has none.
    /// </summary>
    public static bool MayDropZero(int code, ReadOnlySpan<char> national) =>
        KeepsZero(code) && !(code == 39 && national is ['0', '2' or '4' or '6' or '7' or '9', ..]);

    /// <summary>Whether numbers are dialled with a leading zero inside the country that is left out from abroad.</summary>
    public static bool HasTrunkZero(int code) => code < Codes && (ByCode[code] & TrunkZero) != 0;

    /// <summary>Whether the digits start with a trunk prefix that is no zero, where the length does not show it: 8 in Belarus.</summary>
    public static bool StartsWithOtherTrunk(int code, ReadOnlySpan<char> digits) => code == 375 && digits.StartsWith('8');

    /// <summary>Whether a national number, without trunk prefix, can have this length.</summary>
    public static bool IsLength(int code, int length) => code < Codes && length is > 0 and <= MostDigits && (ByCode[code] >> length & 1) != 0;

    private static ushort[] Read(string plans)
    {
        var byCode = new ushort[Codes];
        foreach (var plan in plans.Split(' '))
        {
            var (code, lengths) = (plan[..plan.IndexOf(':', StringComparison.Ordinal)], plan[(plan.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var bits = code.EndsWith('t') ? (int)TrunkZero : 0;
            foreach (var range in lengths.Split(','))
            {
                var ends = range.Split('-');
                for (var length = Number(ends[0]); length <= Number(ends[^1]); length++)
                {
                    bits |= 1 << length;
                }
            }

            byCode[Number(code.TrimEnd('t'))] = (ushort)bits;
        }

        return byCode;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
