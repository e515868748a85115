using System.Collections.Immutable;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads tags: each once whatever its case, in the order and the spelling in which it comes first.</summary>
internal static class TagsReader
{
    public static ImmutableArray<string> Read(ReadOnlySpan<char> cell) => Read(cell, []);

    /// <summary>Adds the tags of a cell to those of the cells before.</summary>
    public static ImmutableArray<string> Read(ReadOnlySpan<char> cell, ImmutableArray<string> before)
    {
        var parts = new CellParts(cell, stackalloc Range[CellParts.Usual]);
        MultiValueCell.Split(ref parts);
        var tags = ImmutableArray.CreateBuilder<string>(before.Length + parts.Count);
        tags.AddRange(before);
        var met = before.Length + parts.Count > 1 ? new HashSet<string>(before, StringComparer.OrdinalIgnoreCase) : null;
        for (var i = 0; i < parts.Count; i++)
        {
            var tag = parts[i].ToString();
            if (met?.Add(tag) != false)
            {
                tags.Add(tag);
            }
        }

        return tags.DrainToImmutable();
    }
}
