using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Recognises a line below the headings that says the same in another form: a translation, or technical names.</summary>
internal sealed class HeadingLinesBelow(KnownHeadings known)
{
    private const int FewestHeadings = 2;

    /// <summary>
    /// Whether a record repeats the headings. Every heading that is known stands below one of the same field, so that no value comes under
    /// another heading. And at least two are known or equal, or all are technical names.
    /// </summary>
    public bool AreHeadingsAgain(string[] headings, SampleRecord record)
    {
        if (record.Cells.Length != headings.Length || !record.LooksLikeHeadings)
        {
            return false;
        }

        var (filled, same, technical, withMarks) = (0, 0, 0, 0);
        foreach (var (heading, cell) in headings.Zip(record.Cells).Where(pair => pair.Second.Length > 0))
        {
            var (above, below) = (TextFolding.Heading(heading), TextFolding.Heading(cell));
            var meanSame = above == below ? true : known.MeanSame(above, below);
            if (meanSame == false)
            {
                return false;
            }

            filled++;
            same += meanSame == true ? 1 : 0;
            technical += IsTechnical(cell) ? 1 : 0;
            withMarks += cell.AsSpan().ContainsAny('_', '.') ? 1 : 0;
        }

        return same >= FewestHeadings || (filled >= FewestHeadings && technical == filled && (withMarks == filled || HasIdName(headings, record)));
    }

    /// <summary>Whether what stands below the heading of the contact's id is a name such as <c>contact_id</c>.</summary>
    private bool HasIdName(string[] headings, SampleRecord record) =>
        known.ContactIdIn(headings) is >= 0 and var column && record.Cells[column] is var cell && cell.Contains("id", StringComparison.OrdinalIgnoreCase)
        && cell.AsSpan().ContainsAny('_', '.');

    private static bool IsTechnical(string cell) => char.IsAsciiLetter(cell[0]) && cell.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');
}
