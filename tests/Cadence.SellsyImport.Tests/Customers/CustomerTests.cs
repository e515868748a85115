using System.Collections.Concurrent;
using System.Globalization;
using Cadence.SellsyImport.Customers;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Customers;

public sealed class CustomerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-customers-").FullName;
    private readonly ConcurrentQueue<string> _created = [];
    private readonly ConcurrentQueue<string> _closed = [];
    private readonly CollectedLogs _logs = new();
    private readonly ServiceProvider _host;
    private TaskCompletionSource? _gate;

    public CustomerTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(_logs);
        services.AddSellsyImportCustomers(CreateAsync, mostOpen: 3);
        _host = services.BuildServiceProvider();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IImporterFactory Factory => _host.GetRequiredService<IImporterFactory>();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_customer_has_its_own_store_options_and_users_and_reaches_no_other()
    {
        var report = await ImportAsync("acme", "Anne Acme", rows: 3);
        await ImportAsync("zeta", "Zoé Zeta", rows: 5);

        await using var acme = await Factory.ForCustomerAsync("acme", Cancellation);
        await using var zeta = await Factory.ForCustomerAsync("zeta", Cancellation);
        Assert.Equal(3, Assert.Single(await ImportsAsync(acme)).Counts.Added);
        Assert.Equal(5, Assert.Single(await ImportsAsync(zeta)).Counts.Added);
        Assert.Equal((4, 5), (BatchSizeOf(acme), BatchSizeOf(zeta)));
        Assert.Equal(["Anne Acme"], await UsersAsync(acme));
        Assert.Equal(["Zoé Zeta"], await UsersAsync(zeta));

        // The owner of one customer is unknown to the other, and so is its import.
        var mapping = (await zeta.Importer.OpenAsync(Export("Anne Acme", 2), Cancellation)).Suggestion.Mapping;
        var plan = await zeta.Importer.PreviewAsync(Export("Anne Acme", 2), mapping, cancellationToken: Cancellation);
        Assert.Equal(new StatusCounts(0, 0, 2), plan.Counts);
        var unknown = await Assert.ThrowsAsync<SellsyImportException>(
            () => zeta.History.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation));
        Assert.Equal(ErrorCodes.ImportUnknown, unknown.Code);
        Assert.Equal(3, Assert.Single(await ImportsAsync(acme)).Counts.Added);
    }

    [Fact]
    public async Task Many_customers_at_once_keep_their_stores_apart_while_some_are_closed_and_opened_again()
    {
        const int Customers = 12;

        await Parallel.ForAsync(0, 3 * Customers, new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Cancellation }, async (call, _) =>
        {
            var number = call % Customers;
            var name = string.Create(CultureInfo.InvariantCulture, $"c{number}");
            await using var customer = await Factory.ForCustomerAsync(name, Cancellation);
            var imports = await ImportsAsync(customer);
            Assert.All(imports, import => Assert.Equal($"{name}.csv", import.Import.FileName));
            if (call < Customers)
            {
                await ImportAsync(name, $"Anne {name}", rows: number + 1);
            }
        });

        for (var number = 0; number < Customers; number++)
        {
            await using var customer = await Factory.ForCustomerAsync($"c{number}", Cancellation);
            Assert.Equal(number + 1, Assert.Single(await ImportsAsync(customer)).Counts.Added);
        }

        Assert.True(_created.Count > Customers, $"{_created.Count} services were created.");
        Assert.InRange(_created.Count - _closed.Count, 1, 3);
    }

    [Fact]
    public async Task Those_that_were_not_used_for_longest_are_closed_and_none_that_is_in_use()
    {
        var held = await Factory.ForCustomerAsync("held", Cancellation);
        foreach (var name in new[] { "a", "b", "a", "c" })
        {
            await using var customer = await Factory.ForCustomerAsync(name, Cancellation);
        }

        Assert.Equal(["held", "a", "b", "c"], _created);
        Assert.Equal(["b"], _closed);
        var others = await Task.WhenAll(new[] { "d", "e", "f" }.Select(name => Factory.ForCustomerAsync(name, Cancellation).AsTask()));
        Assert.DoesNotContain("held", _closed);
        Assert.Empty(await ImportsAsync(held));

        foreach (var one in others.Append(held))
        {
            await one.DisposeAsync();
            await one.DisposeAsync();
        }

        Assert.Equal(3, _created.Count - _closed.Count);
    }

    [Fact]
    public async Task Calls_at_once_for_one_customer_share_its_services()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stopping = new CancellationTokenSource();
        var cancelled = Factory.ForCustomerAsync("acme", stopping.Token).AsTask();
        var calls = Enumerable.Range(0, 5).Select(_ => Factory.ForCustomerAsync("acme", Cancellation).AsTask()).ToArray();

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _gate.SetResult();
        var importers = await Task.WhenAll(calls);

        Assert.Equal(["acme"], _created);
        Assert.Single(importers.Select(one => one.Services.GetRequiredService<ILeadSink>()).Distinct());
        foreach (var one in importers)
        {
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_key_that_is_no_customer_throws_and_is_not_remembered()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Factory.ForCustomerAsync("unknown", Cancellation).AsTask());
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Factory.ForCustomerAsync("unknown", Cancellation).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Factory.ForCustomerAsync(" ", Cancellation).AsTask());

        Assert.Equal(["unknown", "unknown"], _created);
    }

    [Fact]
    public async Task The_stores_are_closed_with_the_host_or_with_their_last_use()
    {
        await using (await Factory.ForCustomerAsync("idle", Cancellation))
        {
        }

        var factory = Factory;
        var used = await factory.ForCustomerAsync("used", Cancellation);

        await _host.DisposeAsync();

        Assert.Equal(["idle"], _closed);
        Assert.Empty(await ImportsAsync(used));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => factory.ForCustomerAsync("late", Cancellation).AsTask());
        await used.DisposeAsync();
        Assert.Equal(["idle", "used"], _closed);
        Assert.Equal(["used.db"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_customers_services_log_where_the_host_logs()
    {
        await ImportAsync("acme", "Anne Acme", rows: 1);

        Assert.Contains(_logs.Lines(), line => line.StartsWith("6 ImportFinished: ", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines(), line => line.StartsWith("100 SchemaCreated: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bound_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddSellsyImportCustomers(CreateAsync, mostOpen: 0));

    private async ValueTask<IServiceProvider> CreateAsync(IServiceProvider host, string customer, IServiceCollection services)
    {
        _created.Enqueue(customer);
        if (_gate is { } gate)
        {
            await gate.Task;
        }

        if (customer == "unknown")
        {
            throw new KeyNotFoundException("There is no such customer.");
        }

        services.AddSingleton(_ => new Closing(() => _closed.Enqueue(customer)));
        services.AddSellsyImport(options => options.BatchSize = customer.Length + (customer == "zeta" ? 1 : 0))
            .UseSqlite(Path.Combine(_folder, $"{customer}.db"));
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<Closing>();
        return provider;
    }

    private async Task<ImportReport> ImportAsync(string name, string owner, int rows)
    {
        await using var customer = await Factory.ForCustomerAsync(name, Cancellation);
        var names = owner.Split(' ');
        await customer.Services.GetRequiredService<SqliteUserTable>().AddUsersAsync([new("u1", names[0], names[1])], Cancellation);
        var source = Export(owner, rows, $"{name}.csv");
        var mapping = (await customer.Importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        var plan = await customer.Importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);
        return await customer.Importer.AddAsync(source, plan, cancellationToken: Cancellation);
    }

    private static ImportSource Export(string owner, int rows, string fileName = "contacts.csv")
    {
        var lines = Enumerable.Range(1, rows).Select(row => $"{row};Anne;Petit;{owner}\r\n");
        return ImportSource.FromBytes(fileName, System.Text.Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Nom;Propriétaire\r\n" + string.Concat(lines)));
    }

    private static async Task<List<LedgerImport>> ImportsAsync(CustomerImporter customer) =>
        await customer.History.ReadAsync(Cancellation).ToListAsync(Cancellation);

    private static async Task<IEnumerable<string>> UsersAsync(CustomerImporter customer) =>
        (await customer.Services.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(Cancellation)).Select(user => user.FullName);

    private static int BatchSizeOf(CustomerImporter customer) => customer.Services.GetRequiredService<IOptions<SellsyImportOptions>>().Value.BatchSize;

    private sealed class Closing(Action closed) : IDisposable
    {
        public void Dispose() => closed();
    }
}
