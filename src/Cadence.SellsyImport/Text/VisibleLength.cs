using System.Globalization;

namespace Cadence.SellsyImport.Text;

/// <summary>The length of a text as a person sees it: user-perceived characters (Unicode grapheme clusters), not code units.</summary>
internal static class VisibleLength
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var rest = text;
        var count = 0;
        while (!rest.IsEmpty)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
            count++;
        }

        return count;
    }

    public static bool IsLongerThan(ReadOnlySpan<char> text, int max)
    {
        if (text.Length <= max)
        {
            return false;
        }

        var rest = text;
        for (var count = 0; !rest.IsEmpty; count++)
        {
            if (count == max)
            {
                return true;
            }

            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }

        return false;
    }
}
