namespace Cadence.SellsyImport.Planning;

/// <summary>
/// What the preview decided, in a few bytes a row: the status of every row, the earlier row of each repeated contact, and where every
/// <see cref="RowsPerPosition"/>th row stands, so that any row can be sought. Filled by the preview, then only read.
/// </summary>
internal sealed class PlanVerdicts
{
    public const int RowsPerPosition = 256;

    private readonly ByteList _statuses = new();
    private readonly List<RowPosition> _positions = [];
    private readonly Dictionary<long, long> _firstRowOfRepeated = [];

    public long Rows => _statuses.Count;

    public void Add(SellsyRow row, RowStatus status)
    {
        if (row.Number != Rows + 1)
        {
            throw new SellsyImportException(ErrorCodes.SeamContractBroken, nameof(ISellsyCsvReader), $"row {row.Number}", $"row {Rows + 1}");
        }

        if (Rows % RowsPerPosition == 0)
        {
            _positions.Add(RowPosition.Of(row));
        }

        _statuses.Add((byte)status);
    }

    public void AddRepeated(long row, long firstRow) => _firstRowOfRepeated.Add(row, firstRow);

    public RowStatus StatusOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, Rows);
        return (RowStatus)_statuses[row - 1];
    }

    public void MarkActive(long row) => _statuses[row - 1] = (byte)RowStatus.Active;

    public long? FirstRowOfRepeated(long row) => _firstRowOfRepeated.TryGetValue(row, out var first) ? first : null;

    public RowPosition PositionBefore(long row) => _positions[(int)((row - 1) / RowsPerPosition)];
}
