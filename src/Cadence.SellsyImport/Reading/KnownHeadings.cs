using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Reading;

/// <summary>Counts how many cells of a record are headings that the fields of the import know.</summary>
internal sealed class KnownHeadings
{
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);

    public KnownHeadings(IEnumerable<LeadField> fields)
    {
        foreach (var (heading, _) in fields.SelectMany(field => FieldHeadings.Of(field)))
        {
            _folded.Add(heading);
        }
    }

    public int CountIn(IEnumerable<string> cells) => cells.Count(cell => cell.Length > 0 && _folded.Contains(TextFolding.Heading(cell)));
}
