using System.Buffers;

namespace Cadence.SellsyImport.Text;

/// <summary>How like two folded texts are, for hints only: it never decides anything.</summary>
internal static class Likeness
{
    private const int OnTheStack = 128;

    /// <summary>
    /// 1 less the share of characters that must be inserted, left out, replaced or swapped with their neighbour (the restricted
    /// Damerau–Levenshtein distance over the length of the longer text).
    /// </summary>
    /// <returns>0 to 1; 1 only for equal texts.</returns>
    public static double Score(string foldedA, string foldedB)
    {
        if (string.Equals(foldedA, foldedB, StringComparison.Ordinal))
        {
            return 1;
        }

        if (foldedA.Length == 0 || foldedB.Length == 0)
        {
            return 0;
        }

        var width = foldedB.Length + 1;
        int[]? rented = null;
        var space = width <= OnTheStack ? stackalloc int[OnTheStack * 3] : (rented = ArrayPool<int>.Shared.Rent(width * 3));
        var distance = Distance(foldedA, foldedB, space[..width], space.Slice(width, width), space.Slice(width * 2, width));
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return 1 - ((double)distance / Math.Max(foldedA.Length, foldedB.Length));
    }

    private static int Distance(string a, string b, Span<int> beforeLast, Span<int> last, Span<int> current)
    {
        for (var j = 0; j < last.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                }

                current[j] = best;
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }
}
