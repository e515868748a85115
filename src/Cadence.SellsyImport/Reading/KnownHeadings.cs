using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Reading;

/// <summary>Counts how many cells of a record are headings that the fields of the import know.</summary>
internal sealed class KnownHeadings
{
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);

    public KnownHeadings(IEnumerable<LeadField> fields)
    {
        foreach (var field in fields)
        {
            _folded.Add(TextFolding.Heading(field.Name));
            foreach (var alias in field.Aliases)
            {
                _folded.Add(TextFolding.Heading(alias));
            }
        }
    }

    public int CountIn(IEnumerable<string> cells) => cells.Count(cell => cell.Length > 0 && _folded.Contains(TextFolding.Heading(cell)));
}
