namespace Cadence.SellsyImport.Writing;

/// <summary>Stores runs one after the other: through a sink that only adds, or through one that keeps a ledger.</summary>
internal interface IRunStore
{
    ValueTask<WrittenRun> WriteAsync(RowRun run, CancellationToken cancellationToken);
}
