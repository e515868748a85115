using System.Collections.Frozen;

namespace Cadence.SellsyImport.Files;

/// <summary>The words of a folded heading, without those that carry no information.</summary>
internal static class HeadingWords
{
    private const int ShortestAbbreviation = 3;
    private const double AbbreviationWeight = 0.8;

    private static readonly FrozenSet<string> Empty = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "au", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the", "un", "une");

    public static string[] Of(string foldedHeading) =>
        [.. foldedHeading.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Empty.Contains(word)).Distinct(StringComparer.Ordinal)];

    /// <summary>The share of the words of both headings that they have in common, from 0 to 1; an abbreviation counts for a part.</summary>
    public static double Shared(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return 0;
        }

        var common = 0d;
        foreach (var word in left)
        {
            common += BestIn(right, word);
        }

        return Math.Min(1, 2 * common / (left.Length + right.Length));
    }

    private static double BestIn(string[] words, string word)
    {
        var best = 0d;
        foreach (var other in words)
        {
            best = Math.Max(best, Alike(word, other));
        }

        return best;
    }

    private static double Alike(string left, string right) =>
        left == right ? 1 : IsAbbreviation(left, right) || IsAbbreviation(right, left) ? AbbreviationWeight : 0;

    private static bool IsAbbreviation(string word, string longer) =>
        word.Length >= ShortestAbbreviation && longer.Length > word.Length && longer.StartsWith(word, StringComparison.Ordinal);
}
