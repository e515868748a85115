namespace Cadence.SellsyImport.Customers;

/// <summary>
/// The importers of several customers, or several databases, in one host. Each customer has services of its own, and so its own options, store and
/// users: nothing that is asked for in the name of one customer can reach the store of another. Thread-safe.
/// </summary>
public interface IImporterFactory
{
    /// <summary>
    /// Opens the services of a customer, which stay open for later calls. The first call for a customer creates them; calls at the same time share
    /// them.
    /// </summary>
    /// <param name="customer">The customer's key. Case matters.</param>
    /// <param name="cancellationToken">Cancels the wait for the services; their creation continues.</param>
    /// <returns>The customer's importer and history, to be disposed after use.</returns>
    /// <exception cref="ArgumentException">The key is empty or white space.</exception>
    /// <exception cref="ObjectDisposedException">The host has stopped.</exception>
    ValueTask<CustomerImporter> ForCustomerAsync(string customer, CancellationToken cancellationToken = default);
}
