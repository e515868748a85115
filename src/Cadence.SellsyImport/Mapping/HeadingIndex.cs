using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Finds the field that a whole folded heading means. Names are stronger than aliases, and an earlier field is stronger than a later one,
/// so that a heading means one field only, whatever a host adds.
/// </summary>
internal sealed class HeadingIndex
{
    private readonly Dictionary<string, HeadingMatch> _matches = new(StringComparer.Ordinal);

    public HeadingIndex(IEnumerable<LeadField> fields)
    {
        var headings = fields
            .SelectMany(field => FieldHeadings.Of(field).Select(entry => (Field: field, entry.Heading, entry.Rank)))
            .Where(entry => entry.Heading.Length > 0)
            .ToArray();
        foreach (var (field, heading, rank) in headings.Where(entry => entry.Rank == 0).Concat(headings.Where(entry => entry.Rank > 0)))
        {
            _matches.TryAdd(heading, new(field, rank, rank > 0 && WeakHeadings.Contains(heading)));
        }
    }

    public HeadingMatch? Find(string foldedHeading) => _matches.GetValueOrDefault(foldedHeading);
}
