using System.Collections.Immutable;
using Cadence.SellsyImport.Customers;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/operations.md.</summary>
public sealed class OperationsSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-operations-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_from_the_configuration_and_a_data_source_of_the_host()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("SellsyImport:BatchSize", "500")]).Build();
        services.AddSingleton(_ => NpgsqlDataSource.Create("Host=db.example;Database=cadence"));

        services.AddSellsyImport(configuration.GetSection("SellsyImport"))
            .UsePostgreSql((host, options) => options.DataSource = host.GetRequiredService<NpgsqlDataSource>());

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ISellsyImporter>());
        Assert.Equal(500, provider.GetRequiredService<IOptions<SellsyImportOptions>>().Value.BatchSize);
    }

    [Fact]
    public async Task A_store_for_each_customer()
    {
        var (folder, services) = (_folder, new ServiceCollection());

        services.AddSellsyImportCustomers((host, customer, own) =>
        {
            own.AddSellsyImport().UseSqlite(Path.Combine(folder, $"{customer}.db"));
            return new(own.BuildServiceProvider());
        });

        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IImporterFactory>();
        var source = ImportSource.FromBytes("contacts.csv", "ID Sellsy;Prénom;Propriétaire\r\n1;Zoé;Marie Durand\r\n"u8.ToArray());

        await using var acme = await factory.ForCustomerAsync("acme", Cancellation);
        var overview = await acme.Importer.OpenAsync(source, Cancellation);

        Assert.NotEmpty(overview.Columns);
        Assert.Empty(await acme.History.ReadAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_stream_that_is_read_once()
    {
        var body = new MemoryStream("ID Sellsy;Prénom;Propriétaire\r\n1;Zoé;Marie Durand\r\n"u8.ToArray());
        using var provider = new ServiceCollection().AddSellsyImport().UseSqlite(Path.Combine(_folder, "cadence.db")).Services.BuildServiceProvider();

        using var source = await ImportSource.FromStreamAsync("contacts.csv", body, Cancellation);

        Assert.NotEmpty((await provider.GetRequiredService<ISellsyImporter>().OpenAsync(source, Cancellation)).Columns);
    }

    [Fact]
    public async Task A_health_check()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ILeadSink>(provider => new SinkOf(Leads().GetRequiredService<ILeadSink>()));
        services.AddSellsyImport().UseSqliteLedger(Path.Combine(_folder, "missing", "imports.db"));

        services.AddHealthChecks()
            .AddTypeActivatedCheck<ImportStoreHealth>("import leads", HealthStatus.Unhealthy, ["ready"], StoreParts.Leads)
            .AddTypeActivatedCheck<ImportStoreHealth>("import ledger", HealthStatus.Unhealthy, ["ready"], StoreParts.Ledger);

        await using var provider = services.BuildServiceProvider();
        var health = provider.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(Cancellation);
        Assert.Equal(HealthStatus.Healthy, report.Entries["import leads"].Status);
        Assert.Equal((HealthStatus.Unhealthy, "DatabaseFolderMissing"), (report.Status, report.Entries["import ledger"].Description));

        Directory.CreateDirectory(Path.Combine(_folder, "missing"));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancellation)).Status);

        ServiceProvider Leads() => new ServiceCollection().AddSellsyImport().UseSqlite(Path.Combine(_folder, "leads.db")).Services.BuildServiceProvider();
    }

    private sealed class SinkOf(ILeadSink inner) : ILeadSink, IStoreCheck
    {
        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> ids, CancellationToken cancellationToken = default) =>
            inner.FindExistingAsync(ids, cancellationToken);

        public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            inner.AddAsync(batch, cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => ((IStoreCheck)inner).CheckAsync(cancellationToken);
    }

    public sealed class ImportStoreHealth(IServiceProvider services, string part) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await services.GetRequiredKeyedService<IStoreCheck>(part).CheckAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (SellsyImportException exception)
            {
                return new(context.Registration.FailureStatus, exception.Code);
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
