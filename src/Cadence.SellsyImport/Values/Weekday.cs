using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>The days of the week by their French and English names and the usual short forms.</summary>
internal static class Weekday
{
    private const int LongestName = 9;

    public static bool Is(ReadOnlySpan<char> text)
    {
        Span<char> space = stackalloc char[LongestName * TextFolding.LongestExpansion];
        return text.Length <= LongestName && TextFolding.Label(text, space) is
            "lundi" or "mardi" or "mercredi" or "jeudi" or "vendredi" or "samedi" or "dimanche"
            or "lun" or "mar" or "mer" or "jeu" or "ven" or "sam" or "dim"
            or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
            or "mon" or "tue" or "tues" or "wed" or "thu" or "thur" or "thurs" or "fri" or "sat" or "sun";
    }
}
