namespace Cadence.SellsyImport.Excel;

/// <summary>
/// The row of the sheet for each line of the text. They have the same number until a cell has a line break, so only rows of several lines are
/// kept.
/// </summary>
internal sealed class RowLines
{
    private readonly List<long> _firstLines = [];
    private readonly List<long> _linesMore = [];

    /// <summary>Notes a row that takes several lines, after those above it.</summary>
    /// <param name="row">The one-based row.</param>
    /// <param name="lineEndsWithin">How many lines it takes beside its first.</param>
    public void Add(int row, int lineEndsWithin)
    {
        var before = _linesMore.Count == 0 ? 0 : _linesMore[^1];
        _firstLines.Add(row + before);
        _linesMore.Add(before + lineEndsWithin);
    }

    /// <summary>The one-based row of a one-based line.</summary>
    public long RowOf(long line)
    {
        var at = _firstLines.BinarySearch(line);
        at = at >= 0 ? at : ~at - 1;
        if (at < 0)
        {
            return line;
        }

        var row = _firstLines[at] - (at == 0 ? 0 : _linesMore[at - 1]);
        return Math.Max(row, line - _linesMore[at]);
    }
}
