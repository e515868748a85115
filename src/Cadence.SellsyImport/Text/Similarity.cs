using System.Buffers;
using System.Numerics;

namespace Cadence.SellsyImport.Text;

/// <summary>How like two folded texts are, for hints only: it never decides anything.</summary>
internal static class Similarity
{
    private const int OnTheStack = 128;

    /// <summary>More than numbers of that size are rounded by, and less than any step of a score.</summary>
    private const double Rounding = 1e-6;

    /// <summary>
    /// 1 less the share of characters that must be inserted, left out, replaced or swapped with their neighbour (the restricted
    /// Damerau–Levenshtein distance over the length of the longer text).
    /// </summary>
    /// <param name="foldedA">One text.</param>
    /// <param name="foldedB">The other.</param>
    /// <param name="least">The least score that matters; a lesser one may come out as 0.</param>
    /// <returns>0 to 1; 1 only for equal texts.</returns>
    public static double Score(string foldedA, string foldedB, double least = 0)
    {
        if (string.Equals(foldedA, foldedB, StringComparison.Ordinal))
        {
            return 1;
        }

        if (foldedA.Length == 0 || foldedB.Length == 0)
        {
            return 0;
        }

        var longest = Math.Max(foldedA.Length, foldedB.Length);
        var mostDistance = (int)(((1 - least) * longest) + Rounding);
        if (least > 0 && LeastDistance(foldedA, foldedB) > mostDistance)
        {
            return 0;
        }

        var width = foldedB.Length + 1;
        int[]? rented = null;
        var space = width <= OnTheStack ? stackalloc int[OnTheStack * 3] : (rented = ArrayPool<int>.Shared.Rent(width * 3));
        var distance = Distance(foldedA, foldedB, space[..width], space.Slice(width, width), space.Slice(width * 2, width), mostDistance);
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return distance > mostDistance ? 0 : 1 - ((double)distance / longest);
    }

    /// <summary>A distance that is no greater than the real one, quickly: each letter that only one of them has is one change.</summary>
    private static int LeastDistance(string a, string b)
    {
        var (lettersA, lettersB) = (Letters(a), Letters(b));
        var onlyInOne = Math.Max(BitOperations.PopCount(lettersA & ~lettersB), BitOperations.PopCount(lettersB & ~lettersA));
        return Math.Max(onlyInOne, Math.Abs(a.Length - b.Length));
    }

    /// <summary>A bit for each of the letters; letters that share a bit count as the same.</summary>
    private static ulong Letters(string text)
    {
        var letters = 0UL;
        foreach (var character in text)
        {
            letters |= 1UL << (character & 63);
        }

        return letters;
    }

    /// <remarks>
    /// No way to the end is shorter than the shortest through two rows that follow each other; a swap leaps over one. What is farther from
    /// the diagonal than the most distance is not looked at; beside it stands a number that is too great.
    /// </remarks>
    private static int Distance(string a, string b, Span<int> beforeLast, Span<int> last, Span<int> current, int most)
    {
        var shortestBefore = 0;
        for (var j = 0; j < last.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var from = Math.Max(1, i - most);
            var to = Math.Min(b.Length, i + most);
            var shortest = from == 1 ? i : most + 1;
            current[from - 1] = shortest;
            for (var j = from; j <= to; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                }

                current[j] = best;
                shortest = Math.Min(shortest, best);
            }

            if (to < b.Length)
            {
                current[to + 1] = most + 1;
            }

            if (shortest > most && shortestBefore > most)
            {
                return most + 1;
            }

            shortestBefore = shortest;
            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }
}
