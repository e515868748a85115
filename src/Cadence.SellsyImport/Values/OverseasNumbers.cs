namespace Cadence.SellsyImport.Values;

/// <summary>
/// The French numbering plan (ARCEP): which numbers it has, and which of them are dialled with a zero like any other in France but belong to the
/// calling code of an overseas territory.
/// </summary>
internal static class OverseasNumbers
{
    /// <summary>Digits of a number of the plan, without its zero.</summary>
    public const int Length = 9;

    private const int France = 33;
    private const int Reunion = 262;
    private const int SaintPierre = 508;
    private const int Guadeloupe = 590;
    private const int Guyane = 594;
    private const int Martinique = 596;
    private const int None = 0;

    /// <summary>Whether the calling code belongs to the plan: metropolitan France, or one of the overseas departments.</summary>
    public static bool IsFrenchPlan(int code) => code is France or Reunion or Guadeloupe or Guyane or Martinique;

    /// <summary>The calling code of a national number; 0 for one that no network has.</summary>
    /// <param name="national">Nine digits, without the leading zero.</param>
    /// <param name="code">The code of the host or of the number as it is written, for services such as 08 and 0976 that every department has.</param>
    public static int CodeOf(ReadOnlySpan<char> national, int code) => national[0] switch
    {
        '0' => None,
        '2' or '5' or '6' => OfPrefix(TimeText.Number(national[..3]), national[3]),
        '4' => national[1] == '0' ? None : France,
        '7' => OfSeven(TimeText.Number(national[..4]), national[4]),
        '8' => IsService(national, code) ? code : None,
        '9' => OfNine(TimeText.Number(national[..3]), national[3], code),
        _ => France,
    };

    /// <summary>
    /// What stands behind the calling code. The prefix 0508 by which Saint-Pierre-et-Miquelon is dialled is no part of its older numbers of six
    /// digits.
    /// </summary>
    public static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> national, int code) =>
        code == SaintPierre && national.StartsWith("508") ? national[3..] : national;

    private static int OfPrefix(int prefix, char next) => (prefix, next) switch
    {
        (262 or 263 or 269 or 639 or 692 or 693, _) or (268, '8' or '9') => Reunion,
        (590 or 690 or 691, _) or (598, '7') => Guadeloupe,
        (594 or 694, _) or (598, '8') => Guyane,
        (596 or 696 or 697, _) or (598, '9') => Martinique,
        (508, '4' or '5') => SaintPierre,
        (508, _) => None,
        _ => France,
    };

    /// <summary>070 to 072 are not assigned but for mobile numbers overseas.</summary>
    private static int OfSeven(int prefix, char next) => prefix switch
    {
        >= 7300 => France,
        7084 or 7085 => SaintPierre,
        7090 => Guadeloupe,
        7091 => Martinique,
        7092 => Reunion,
        7093 => next <= '3' ? Guyane : next is >= '5' and <= '7' ? Reunion : None,
        _ => None,
    };

    private static int OfNine(int prefix, char next, int code) => (prefix, next) switch
    {
        (976, _) => code,
        (939 or 947, '5') => Guadeloupe,
        (939 or 947, '6') => Guyane,
        (939 or 947, '7') => Martinique,
        (939 or 947, '8' or '9') => Reunion,
        _ => France,
    };

    /// <summary>The services: 087 and most of 084 are not assigned; overseas there are 080 to 082 and 089, and 0884 in La Réunion.</summary>
    private static bool IsService(ReadOnlySpan<char> national, int code) => national[1] switch
    {
        '0' or '1' or '2' or '9' => true,
        '4' => code == France && national[2] is '0' or '2' or '4',
        '7' => false,
        '8' => code == France || (code == Reunion && national[2] == '4'),
        _ => code == France,
    };
}
