using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>What a ledger remembers of the rows of a batch. Immutable.</summary>
/// <param name="Number">The one-based number of the batch.</param>
/// <param name="FirstRow">The one-based number of its first row.</param>
/// <param name="RowOutcomes">The outcomes as <see cref="LedgerBatch.RowOutcomes"/> gave them.</param>
/// <param name="Refused">The rows that were refused nevertheless, as returned by <see cref="LedgerBatch.RefusedBy"/>.</param>
public sealed record StoredBatch(int Number, long FirstRow, ReadOnlyMemory<byte> RowOutcomes, ImmutableArray<RefusedRow> Refused)
{
    private readonly ValueList<RefusedRow> _refused = Refused;
    private readonly ValueBytes _rowOutcomes = RowOutcomes;

    /// <summary>The rows that were refused nevertheless, as returned by <see cref="LedgerBatch.RefusedBy"/>.</summary>
    public ImmutableArray<RefusedRow> Refused
    {
        get => _refused;
        init => _refused = value;
    }

    /// <summary>The outcomes as <see cref="LedgerBatch.RowOutcomes"/> gave them.</summary>
    public ReadOnlyMemory<byte> RowOutcomes
    {
        get => _rowOutcomes;
        init => _rowOutcomes = value;
    }
}
