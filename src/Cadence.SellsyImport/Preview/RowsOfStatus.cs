namespace Cadence.SellsyImport.Preview;

/// <summary>Finds the rows of a status, block by block: as the preview gave it, or after the import.</summary>
/// <param name="verdicts">What the preview decided.</param>
/// <param name="outcomes">What became of the rows that are written; null if none is.</param>
/// <param name="waiting">Rows that are not written, although they have an outcome.</param>
internal sealed class RowsOfStatus(PlanVerdicts verdicts, RowOutcomes? outcomes, IReadOnlySet<long> waiting)
{
    private const byte AllBits = 0xFF;

    private readonly RowMask _written = new();
    private readonly RowMask _refused = new();

    /// <summary>Adds the rows of a block that have a status.</summary>
    public void AddTo(long block, RowStatus status, RowMask rows)
    {
        FindWritten(block);
        AddPlanned(block, status == RowStatus.Success ? RowStatus.Blank : status, rows);
        switch (status)
        {
            case RowStatus.Error:
                rows.Add(_refused);
                break;
            case RowStatus.Success:
                rows.Keep(_written);
                break;
            case RowStatus.Blank:
                rows.Remove(_written);
                rows.Remove(_refused);
                break;
            default:
                rows.Remove(_refused);
                break;
        }
    }

    /// <summary>Adds the rows of a block to which the preview gave a status.</summary>
    public void AddPlanned(long block, RowStatus status, RowMask rows) =>
        rows.AddWhere(verdicts.BlockOf(block), PlanVerdicts.StatusBits, PlanVerdicts.BitsOf(status));

    private void FindWritten(long block)
    {
        _written.Clear();
        _refused.Clear();
        if (outcomes is null)
        {
            return;
        }

        var bytes = outcomes.BlockOf(block);
        _refused.AddWhere(bytes, AllBits, (byte)RowOutcome.Error);
        foreach (var outcome in (ReadOnlySpan<RowOutcome>)[RowOutcome.Added, RowOutcome.Updated, RowOutcome.Unchanged])
        {
            _written.AddWhere(bytes, AllBits, (byte)outcome);
        }

        for (var place = waiting.Count == 0 ? -1 : _written.Next(0); place >= 0; place = _written.Next(place + 1))
        {
            if (waiting.Contains((block * RowList.RowsPerBlock) + place + 1))
            {
                _written.Remove(place);
            }
        }
    }
}
