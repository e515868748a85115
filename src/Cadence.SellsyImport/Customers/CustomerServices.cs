namespace Cadence.SellsyImport.Customers;

/// <summary>The services of one customer while they are open. The factory's lock protects the counts.</summary>
internal sealed class CustomerServices(string customer, Func<Task<IServiceProvider>> create)
{
    private readonly Lazy<Task<IServiceProvider>> _services = new(() => Task.Run(create));

    public string Customer => customer;

    /// <summary>How many importers of the customer are in use.</summary>
    public int Uses { get; set; }

    /// <summary>The number of the factory's last call for the customer.</summary>
    public long LastUse { get; set; }

    public Task<IServiceProvider> GetAsync() => _services.Value;

    /// <summary>Closes the services, once they are created. There is nothing to close if they could not be.</summary>
    public async ValueTask CloseAsync()
    {
        await ((Task)_services.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_services.Value.IsCompletedSuccessfully)
        {
            switch (await _services.Value.ConfigureAwait(false))
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }
}
