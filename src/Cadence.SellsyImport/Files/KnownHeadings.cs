using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Counts how many cells of a record are headings that the fields of the import know. Thread-safe.</summary>
internal sealed class KnownHeadings
{
    private const int ShortCell = 128;

    private readonly Dictionary<string, HashSet<LeadField>> _fields = new(StringComparer.Ordinal);
    private readonly int _longest;

    public KnownHeadings(IEnumerable<LeadField> fields)
    {
        foreach (var field in fields)
        {
            foreach (var (heading, _) in FieldHeadings.Of(field))
            {
                if (!_fields.TryGetValue(heading, out var known))
                {
                    _fields.Add(heading, known = []);
                }

                known.Add(field);
                _longest = Math.Max(_longest, heading.Length);
            }
        }
    }

    /// <summary>Whether a folded text is a heading that a field knows.</summary>
    public bool Contains(string folded) => _fields.ContainsKey(folded);

    /// <summary>Whether two folded headings can mean one field; null if one of them is not known.</summary>
    public bool? MeanSame(string one, string other) =>
        _fields.TryGetValue(one, out var ofOne) && _fields.TryGetValue(other, out var ofOther) ? ofOne.Overlaps(ofOther) : null;

    public int CountIn(ReadOnlySpan<string> cells)
    {
        Span<char> space = stackalloc char[ShortCell * TextFolding.LongestExpansion];
        var known = 0;
        foreach (var cell in cells)
        {
            known += IsKnown(cell, space) ? 1 : 0;
        }

        return known;
    }

    /// <summary>The column of the ids of the contacts, or -1 if no heading, or more than one, names it.</summary>
    public int ContactIdIn(string[] headings)
    {
        var first = Array.FindIndex(headings, IsContactId);
        return first >= 0 && first == Array.FindLastIndex(headings, IsContactId) ? first : -1;
    }

    private bool IsKnown(string cell, Span<char> space) =>
        cell.Length > 0
        && !IsTooLong(cell)
        && (cell.Length > ShortCell
            ? _fields.ContainsKey(TextFolding.Heading(cell))
            : _fields.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(TextFolding.Heading(cell, space)));

    /// <remarks>Folding leaves out marks and blanks, but no letter or digit of ASCII: a long cell need not be folded.</remarks>
    private bool IsTooLong(string cell)
    {
        var kept = 0;
        for (var i = 0; cell.Length > _longest && i < cell.Length; i++)
        {
            kept += char.IsAsciiLetterOrDigit(cell[i]) ? 1 : 0;
        }

        return kept > _longest;
    }

    private bool IsContactId(string heading) =>
        _fields.TryGetValue(TextFolding.Heading(heading), out var fields) && fields.Any(field => field.Kind == LeadFieldKind.ContactId);
}
