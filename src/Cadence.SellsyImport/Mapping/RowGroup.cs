namespace Cadence.SellsyImport.Mapping;

/// <summary>How many rows have something in common, and the first of them.</summary>
internal struct RowGroup
{
    /// <summary>How many rows.</summary>
    public long Count { get; private set; }

    /// <summary>The first row; 0 where there is none.</summary>
    public long First { get; private set; }

    public void Add(long row) => Add(new RowGroup { Count = 1, First = row });

    public void Add(RowGroup other)
    {
        First = Count == 0 || (other.Count > 0 && other.First < First) ? other.First : First;
        Count += other.Count;
    }

    /// <summary>The same rows, counted from another one.</summary>
    /// <param name="rowsBefore">How many rows are before the first.</param>
    public readonly RowGroup Moved(long rowsBefore) => Count == 0 ? default : new() { Count = Count, First = First + rowsBefore };
}
