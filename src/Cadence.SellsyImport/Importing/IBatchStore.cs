using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.Importing;

/// <summary>Stores runs one after the other: through a sink that only adds, or through one that keeps a ledger.</summary>
internal interface IBatchStore
{
    ValueTask<BatchResult> WriteAsync(RowBatch run, CancellationToken cancellationToken);
}
