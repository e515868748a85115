namespace Cadence.SellsyImport;

/// <summary>
/// What a store may do beside <see cref="ILeadSink"/>: remember when an import started, and how it ended. A sink that implements it is
/// told; one that does not still imports.
/// </summary>
public interface IImportLedger
{
    /// <summary>Remembers that an import starts, before its first batch.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the start is stored.</returns>
    ValueTask StartAsync(ImportInfo import, CancellationToken cancellationToken = default);

    /// <summary>Remembers how an import ended, after its last batch.</summary>
    /// <param name="import">The import.</param>
    /// <param name="counts">What became of the rows.</param>
    /// <param name="finishedAt">When it ended.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the end is stored.</returns>
    ValueTask FinishAsync(ImportInfo import, ImportCounts counts, DateTimeOffset finishedAt, CancellationToken cancellationToken = default);
}
