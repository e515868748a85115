namespace Cadence.SellsyImport.Storage;

/// <summary>
/// An optional interface of a sink, or of a ledger beside it, that can say whether its store can be used, for the health check of a host. Both stores
/// and their ledgers implement it. Thread-safe.
/// </summary>
/// <remarks>
/// A host injects it to check the sink and then the ledger beside it, as far as they implement it; or one of them by its key in
/// <see cref="StoreParts"/>. Where none is implemented, <see cref="ErrorCodes.StoreCannot"/> is thrown when it is asked for.
/// </remarks>
public interface IStoreCheck
{
    /// <summary>
    /// Checks that the store can be reached, has the tables of this version, and accepts writes. Leads and imports stay as they are; a new store gets
    /// its tables, as on first use.
    /// </summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>A task that ends when the store was found usable.</returns>
    /// <exception cref="SellsyImportException">
    /// The store cannot be used; the code says why. It is one of those for databases and servers in <see cref="ErrorCodes"/>.
    /// </exception>
    ValueTask CheckAsync(CancellationToken cancellationToken = default);
}
