namespace Cadence.SellsyImport.Files;

/// <summary>
/// Decides whether a record with fewer fields than the headings lacks blank fields at its end alone. If a line break cut the row instead, its
/// rest is on the next line, and both are errors.
/// </summary>
internal sealed class ShortRowDetector(ExportLayout layout)
{
    /// <summary>Whether a record is a row of its own.</summary>
    /// <param name="record">The record.</param>
    /// <param name="following">The text behind it, from its line end on.</param>
    public bool IsRow(ReadOnlySpan<byte> record, ReadOnlySpan<byte> following)
    {
        if (!HasId(record) || LineEnds.LengthAtStart(following) == 0)
        {
            return false;
        }

        while (!following.IsEmpty)
        {
            following = following[LineEnds.LengthAtStart(following)..];
            var end = LineEnds.IndexOfFirst(following);
            var line = end < 0 ? following : following[..end];
            if (!BlankRecord.Is(line, layout.Separator))
            {
                return HasId(line) || line.Count(layout.Separator) >= layout.FieldCount - 1;
            }

            following = following[line.Length..];
        }

        return true;
    }

    private bool HasId(ReadOnlySpan<byte> line) => layout.IdColumn >= 0
        && PhysicalLine.FieldWithoutQuotes(line, layout.Separator, layout.IdColumn).Trim("\" "u8) is { IsEmpty: false } id
        && !id.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
