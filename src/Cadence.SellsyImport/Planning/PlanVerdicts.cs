using System.Diagnostics.CodeAnalysis;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// What the preview decided, in a few bytes a row: the status of every row, the row that stands for each repeated one, and where every
/// <see cref="RowsPerPosition"/>th row stands, so that any row can be sought. Filled by the preview, then only read.
/// </summary>
internal sealed class PlanVerdicts
{
    public const int RowsPerPosition = 256;

    private readonly ByteList _statuses = new();
    private readonly List<RowPosition> _positions = [];
    private readonly Dictionary<long, long> _winners = [];
    private readonly Dictionary<long, List<long>> _merged = [];

    public long Rows => _statuses.Count;

    /// <summary>The rows that are merged into an earlier one, by that row.</summary>
    public IReadOnlyDictionary<long, List<long>> Merged => _merged;

    public void Add(SellsyRow row, RowStatus status)
    {
        Contract.Check(nameof(ISellsyCsvReader), row.Number == Rows + 1, "rows numbered from 1 without a gap");
        if (Rows % RowsPerPosition == 0)
        {
            _positions.Add(RowPosition.Of(row));
        }

        _statuses.Add((byte)status);
    }

    public void Set(long row, RowStatus status) => _statuses[row - 1] = (byte)status;

    /// <summary>Another row stands for this one, which is an error.</summary>
    public void AddLoser(long row, long winner) => _winners.Add(row, winner);

    /// <summary>This row completes an earlier one.</summary>
    public void AddMerged(long row, long into)
    {
        _winners.Add(row, into);
        if (!_merged.TryGetValue(into, out var rows))
        {
            _merged.Add(into, rows = []);
        }

        rows.Add(row);
    }

    public RowStatus StatusOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, Rows);
        return (RowStatus)_statuses[row - 1];
    }

    /// <summary>The row that stands for a repeated one.</summary>
    public bool TryGetWinner(long row, out long winner) => _winners.TryGetValue(row, out winner);

    /// <summary>The rows that complete this one, in order.</summary>
    public bool TryGetMerged(long row, [NotNullWhen(true)] out List<long>? rows) => _merged.TryGetValue(row, out rows);

    public RowPosition PositionBefore(long row) => _positions[(int)((row - 1) / RowsPerPosition)];
}
