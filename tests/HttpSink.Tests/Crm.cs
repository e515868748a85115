using HttpSink.Api;
using HttpSink.Crm;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HttpSink.Tests;

/// <summary>The API of the sample on a free port, and hosts that import into it, each with its ledger in one file.</summary>
internal sealed class Crm : IAsyncDisposable
{
    private readonly List<ServiceProvider> _hosts = [];
    private readonly WebApplication _api;

    private Crm(WebApplication api, ContactStore store) => (_api, Store) = (api, store);

    public string Folder { get; } = Directory.CreateTempSubdirectory("http-sink-").FullName;

    public string Ledger => Path.Combine(Folder, "imports.db");

    public ContactStore Store { get; }

    /// <summary>How often a contact was asked to be created, by its Sellsy id.</summary>
    public Dictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    public Uri Address => new($"{_api.Urls.Single()}/");

    public static async Task<Crm> StartAsync()
    {
        var store = new ContactStore();
        var api = ContactsApi.Build(["--urls=http://127.0.0.1:0"], store);
        await api.StartAsync(TestContext.Current.CancellationToken);
        return new(api, store);
    }

    /// <summary>Decides what becomes of each request: by the Sellsy id, and the one-based number of the request for it.</summary>
    public void Disturb(Func<string, int, ApiFault> fault) => Store.Fault = id =>
    {
        lock (Asked)
        {
            Asked[id] = Asked.GetValueOrDefault(id) + 1;
            return fault(id, Asked[id]);
        }
    };

    public IServiceProvider Open(TimeSpan? tryTimeout = null, int retries = 3, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        services.AddCrm(
            new() { Address = Address, TryTimeout = tryTimeout ?? TimeSpan.FromMinutes(1), Retries = retries, RetryDelay = TimeSpan.Zero }, Ledger);
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }

    /// <summary>An export with contacts of these ids.</summary>
    public string Write(IEnumerable<int> ids, Func<int, string>? email = null)
    {
        var path = Path.Combine(Folder, "contacts.csv");
        var rows = ids.Select(id => $"{id};Anne;Petit;Hélène Aubrac;{email?.Invoke(id)}");
        File.WriteAllText(path, $"ID Sellsy;Prénom;Nom;Propriétaire;E-mail\r\n{string.Join("\r\n", rows)}\r\n");
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _api.StopAsync(new CancellationToken(canceled: true));
        await _api.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
