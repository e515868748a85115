using Cadence.SellsyImport.Customers;
using Cadence.SellsyImport.Quartz;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/scale.md.</summary>
public sealed class ScaleSnippets
{
    private const string Connection = "Host=db.example;Database=cadence;Username=cadence;Password=…";

    [Fact]
    public async Task Jobs_beside_one_store()
    {
        const string connection = Connection;
        var services = new ServiceCollection();

        services.AddSellsyImport().UsePostgreSql(connection).UseQuartzJobs();

        await using var provider = services.AddLogging().BuildServiceProvider();
        Assert.Contains(services, service => service.ServiceType == typeof(IImportJobs));
        Assert.NotNull(provider.GetRequiredService<ISellsyImporter>());
    }

    [Fact]
    public async Task Jobs_beside_a_store_for_each_customer()
    {
        const string connection = Connection;
        var services = new ServiceCollection();

        services.AddSellsyImportCustomers((host, customer, own) =>
        {
            own.AddSellsyImport().UsePostgreSql(options => (options.ConnectionString, options.Schema) = (connection, $"customer_{customer}")).UsePostgreSqlFiles();
            return new(own.BuildServiceProvider());
        });
        services.AddSellsyImportJobs(options => options.ConnectionString = connection);

        await using var provider = services.AddLogging().BuildServiceProvider();
        await using var acme = await provider.GetRequiredService<IImporterFactory>().ForCustomerAsync("acme", TestContext.Current.CancellationToken);
        Assert.Contains(services, service => service.ServiceType == typeof(IImportJobs));
        Assert.NotNull(acme.Importer);
    }

    /// <summary>Compiled only: it needs a server, which the tests of the jobs have.</summary>
    internal static async Task<string> EnqueueAsync(IImportJobs jobs, ImportSource source, FieldMapping mapping, string uploadId, CancellationToken cancellationToken)
    {
        var importId = await jobs.EnqueueAsync(source, mapping, new() { ImportId = uploadId, Customer = "acme", StartedBy = "anne" }, cancellationToken);
        return importId;
    }
}
