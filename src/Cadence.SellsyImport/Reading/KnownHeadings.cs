using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Reading;

/// <summary>Counts how many cells of a record are headings that the fields of the import know. Thread-safe.</summary>
internal sealed class KnownHeadings
{
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofContactId = new(StringComparer.Ordinal);

    public KnownHeadings(IEnumerable<LeadField> fields)
    {
        foreach (var field in fields)
        {
            foreach (var (heading, _) in FieldHeadings.Of(field))
            {
                _folded.Add(heading);
                if (field.Kind == LeadFieldKind.ContactId)
                {
                    _ofContactId.Add(heading);
                }
            }
        }
    }

    /// <summary>Whether a folded text is a heading that a field knows.</summary>
    public bool Contains(string folded) => _folded.Contains(folded);

    public int CountIn(IEnumerable<string> cells) => cells.Count(cell => cell.Length > 0 && _folded.Contains(TextFolding.Heading(cell)));

    /// <summary>The column of the ids of the contacts, or -1 where no heading, or more than one, says so.</summary>
    public int ContactIdIn(string[] headings)
    {
        var first = Array.FindIndex(headings, IsContactId);
        return first >= 0 && first == Array.FindLastIndex(headings, IsContactId) ? first : -1;
    }

    private bool IsContactId(string heading) => _ofContactId.Contains(TextFolding.Heading(heading));
}
