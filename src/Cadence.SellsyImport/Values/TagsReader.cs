using System.Collections.Immutable;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads tags: each once whatever its case, in the order and the spelling in which it comes first.</summary>
internal static class TagsReader
{
    public static ImmutableArray<string> Read(string cell)
    {
        var parts = ListCell.Split(cell);
        if (parts.Length <= 1)
        {
            return [.. parts];
        }

        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tags = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (met.Add(part))
            {
                tags.Add(part);
            }
        }

        return tags.DrainToImmutable();
    }
}
