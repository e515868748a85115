namespace Cadence.SellsyImport.Preview;

/// <summary>
/// The rows that stand for others. The rows of one contact lead to the row that stands for them, where the last row counts by one row after the other; each
/// is followed once.
/// </summary>
internal sealed class StandingRows(PlanVerdicts verdicts)
{
    private readonly Dictionary<long, long> _known = [];
    private readonly List<long> _passed = [];

    /// <summary>The row that stands for the contact of a row.</summary>
    public long Of(long row)
    {
        _passed.Clear();
        while (!_known.TryGetValue(row, out var next) && verdicts.TryGetWinner(row, out next))
        {
            _passed.Add(row);
            row = next;
        }

        var last = _known.GetValueOrDefault(row, row);
        foreach (var one in _passed)
        {
            _known[one] = last;
        }

        return last;
    }
}
