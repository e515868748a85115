using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Customers;

/// <summary>
/// The importer and the history of one customer, in a scope of that customer's services. Until it is disposed, the services stay open. Thread-safe.
/// </summary>
public sealed class CustomerImporter : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private Func<ValueTask>? _release;

    internal CustomerImporter(string customer, AsyncServiceScope scope, Func<ValueTask> release)
    {
        Customer = customer;
        _scope = scope;
        _release = release;
    }

    /// <summary>The customer's key.</summary>
    public string Customer { get; }

    /// <summary>The customer's importer.</summary>
    /// <exception cref="SellsyImportException">The customer has no store: <see cref="ErrorCodes.SinkMissing"/>.</exception>
    public ISellsyImporter Importer => Services.GetRequiredService<ISellsyImporter>();

    /// <summary>The customer's history of imports.</summary>
    /// <exception cref="SellsyImportException">The customer has no store: <see cref="ErrorCodes.SinkMissing"/>.</exception>
    public IImportHistory History => Services.GetRequiredService<IImportHistory>();

    /// <summary>The customer's other services, such as the table of users of its store.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>Ends the scope. A second call does nothing.</summary>
    /// <returns>A task that ends when the scope has ended, and the services too if they are no longer kept.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _release, null) is { } release)
        {
            await _scope.DisposeAsync().ConfigureAwait(false);
            await release().ConfigureAwait(false);
        }
    }
}
