namespace Cadence.SellsyImport.Values;

/// <summary>
/// The numbers of the French numbering plan (ARCEP) that are dialled with a zero like any other in France, but belong to the calling code
/// of an overseas department.
/// </summary>
internal static class OverseasNumbers
{
    private const int France = 33;
    private const int Reunion = 262;
    private const int Guadeloupe = 590;
    private const int Guyane = 594;
    private const int Martinique = 596;

    /// <summary>Whether the calling code belongs to the plan: metropolitan France, or one of the overseas departments.</summary>
    public static bool IsFrenchPlan(int code) => code is France or Reunion or Guadeloupe or Guyane or Martinique;

    /// <summary>
    /// The calling code of a national number; 0 for 0508, by which Saint-Pierre-et-Miquelon is dialled and which is part of no number.
    /// </summary>
    /// <param name="national">Nine digits, without the leading zero.</param>
    /// <param name="code">The host's own code, for services such as 08 that every department has.</param>
    public static int CodeOf(ReadOnlySpan<char> national, int code) => TimeText.Number(national[..3]) switch
    {
        262 or 263 or 269 or 639 or 692 or 693 => Reunion,
        590 or 690 or 691 => Guadeloupe,
        594 or 694 => Guyane,
        596 or 696 or 697 => Martinique,
        508 => 0,
        939 or 947 => national[3] switch
        {
            '5' => Guadeloupe,
            '6' => Guyane,
            '7' => Martinique,
            '8' or '9' => Reunion,
            _ => France,
        },
        _ => national[0] == '8' ? code : France,
    };
}
