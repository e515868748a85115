using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cadence.SellsyImport.Customers;

/// <summary>Registers the import for several customers, or several databases, of one host.</summary>
public static class CustomerServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IImporterFactory"/>, which opens an importer for a customer. Customers need not be known when the host starts. Calling it
    /// twice changes nothing: the first call counts.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="create">
    /// Creates the services of a customer: adds <c>AddSellsyImport</c>, a store and whatever else differs to the collection, and builds it. It is given
    /// the host's services, the customer's key, and a collection that has the host's clock, loggers and metrics. It is called once for each
    /// customer until that customer's services are closed, on a thread of the pool. For a key that is no customer it throws, and the caller gets its
    /// exception; the next call for the key tries again.
    /// </param>
    /// <param name="mostOpen">
    /// How many customers stay open, 1 or more; 100 by default. Beyond it, those that were not used for longest are closed. Those in use are never closed,
    /// so more may be open while more are in use.
    /// </param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostOpen"/> is less than 1.</exception>
    public static IServiceCollection AddSellsyImportCustomers(
        this IServiceCollection services,
        Func<IServiceProvider, string, IServiceCollection, ValueTask<IServiceProvider>> create,
        int mostOpen = 100)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostOpen, 1);
        services.TryAddSingleton<IImporterFactory>(host => new ImporterFactory(host, create, mostOpen));
        return services;
    }
}
