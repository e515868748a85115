using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>The months by their French and English names and the usual short forms; no form means two months.</summary>
internal static class MonthName
{
    private const int LongestName = 12;

    /// <summary>1 to 12, or 0 for a text that is no month.</summary>
    public static int NumberOf(ReadOnlySpan<char> text)
    {
        Span<char> space = stackalloc char[LongestName * TextFolding.LongestExpansion];
        return text.Length > LongestName ? 0 : NumberOfFolded(TextFolding.Label(text, space));
    }

    private static int NumberOfFolded(ReadOnlySpan<char> folded) => folded switch
    {
        "janvier" or "janv" or "jan" or "january" => 1,
        "fevrier" or "fevr" or "fev" or "february" or "feb" => 2,
        "mars" or "mar" or "march" => 3,
        "avril" or "avr" or "april" or "apr" => 4,
        "mai" or "may" => 5,
        "juin" or "june" or "jun" => 6,
        "juillet" or "juil" or "july" or "jul" => 7,
        "aout" or "august" or "aug" => 8,
        "septembre" or "sept" or "sep" or "september" => 9,
        "octobre" or "oct" or "october" => 10,
        "novembre" or "nov" or "november" => 11,
        "decembre" or "dec" or "december" => 12,
        _ => 0,
    };
}
