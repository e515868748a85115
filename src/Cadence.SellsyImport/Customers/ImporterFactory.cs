using System.Diagnostics.Metrics;
using Cadence.SellsyImport.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Customers;

/// <summary>Keeps the services of the customers that were used last open.</summary>
/// <param name="host">The services of the host.</param>
/// <param name="create">Creates the services of a customer.</param>
/// <param name="mostOpen">How many customers may be open; those in use are never closed.</param>
internal sealed class ImporterFactory(
    IServiceProvider host,
    Func<IServiceProvider, string, IServiceCollection, ValueTask<IServiceProvider>> create,
    int mostOpen) : IImporterFactory, IAsyncDisposable, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CustomerServices> _open = new(StringComparer.Ordinal);
    private long _calls;
    private bool _isDisposed;

    public async ValueTask<CustomerImporter> ForCustomerAsync(string customer, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        var entry = Take(customer);
        try
        {
            var services = await entry.GetAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return new(customer, services.CreateAsyncScope(), () => ReleaseAsync(entry));
        }
        catch
        {
            await ReleaseAsync(entry).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the customers that are not in use; the others are closed with their last use.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var entry in TakeOutAll())
        {
            await entry.CloseAsync().ConfigureAwait(false);
        }
    }

    // Only where the host is disposed without await: closing a store does not need the caller's thread.
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    private CustomerServices Take(string customer)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_open.TryGetValue(customer, out var entry))
            {
                _open.Add(customer, entry = new(customer, () => create(host, customer, Shared(customer)).AsTask()));
            }

            entry.Uses++;
            entry.LastUse = ++_calls;
            return entry;
        }
    }

    private async ValueTask ReleaseAsync(CustomerServices entry)
    {
        foreach (var closed in TakeOut(entry))
        {
            await closed.CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Counts a use less, and takes out what is to be closed: services that could not be created, and those that were not used for longest.</summary>
    private List<CustomerServices> TakeOut(CustomerServices released)
    {
        lock (_lock)
        {
            released.Uses--;
            var closed = new List<CustomerServices>();
            if (released.Uses == 0 && (_isDisposed || released.GetAsync() is { IsCompleted: true, IsCompletedSuccessfully: false }))
            {
                closed.Add(released);
            }

            var unused = _open.Values.Where(entry => entry.Uses == 0 && entry != closed.FirstOrDefault()).OrderBy(entry => entry.LastUse);
            closed.AddRange(unused.Take(_open.Count - closed.Count - mostOpen));
            closed.ForEach(entry => _open.Remove(entry.Customer));
            return closed;
        }
    }

    private List<CustomerServices> TakeOutAll()
    {
        lock (_lock)
        {
            _isDisposed = true;
            var unused = _open.Values.Where(entry => entry.Uses == 0).ToList();
            _open.Clear();
            return unused;
        }
    }

    /// <summary>What a customer's services take from the host: its clock, and where it logs and measures. They stay the host's.</summary>
    private ServiceCollection Shared(string customer)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new CustomerKey(customer));
        Share<TimeProvider>();
        Share<ILoggerFactory>();
        Share<IMeterFactory>();
        return services;

        void Share<T>()
            where T : class
        {
            if (host.GetService<T>() is { } service)
            {
                services.AddSingleton(service);
            }
        }
    }
}
