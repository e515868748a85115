using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>How a list of a lead that is there and the list of a row become one.</summary>
internal static class Lists
{
    /// <summary>
    /// Combines by position: the first value of the row is matched with the first of the lead, and so on. A row with one value thus does not
    /// erase the second. No value occurs twice.
    /// </summary>
    public static ImmutableArray<T> ByPlace<T>(ImmutableArray<T> there, ImmutableArray<T> row, bool overwrite, Func<T, T, bool> isSame, Func<T, T, bool>? isReplacedBy = null)
    {
        var combined = ImmutableArray.CreateBuilder<T>(Math.Max(there.Length, row.Length));
        for (var place = 0; place < combined.Capacity; place++)
        {
            var isRow = place < row.Length && (place >= there.Length || (overwrite && isReplacedBy?.Invoke(there[place], row[place]) != false));
            var value = isRow ? row[place] : there[place];
            if (!combined.Any(earlier => isSame(earlier, value)))
            {
                combined.Add(value);
            }
        }

        return combined.DrainToImmutable();
    }

    /// <summary>What the row has and the lead lacks is added; nothing is taken away.</summary>
    public static ImmutableArray<T> Union<T>(ImmutableArray<T> there, ImmutableArray<T> row, Func<T, T, bool> isSame) =>
        there.AddRange(row.Where(value => !there.Any(known => isSame(known, value))));
}
