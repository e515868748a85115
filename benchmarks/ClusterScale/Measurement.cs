using Cadence.SellsyImport;
using Cadence.SellsyImport.Customers;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Quartz;
using Cadence.SellsyImport.Quartz.Tests.Support;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterScale;

/// <summary>One run: enqueues everything, starts the nodes, and measures from the first import's start to the last one's end.</summary>
internal static class Measurement
{
    public static async Task<MeasuredRun> RunAsync(int nodes, bool isShared, int rows, int imports, int customers)
    {
        // With its default settings, as in production.
        await using var server = await ServerProcess.StartNewAsync(ServerBinaries.Find() ?? throw new InvalidOperationException("PostgreSQL is not installed."));
        using var host = HostOf(server.ConnectionString, isShared);
        await host.StartAsync();
        var jobs = host.Services.GetRequiredService<IImportJobs>();
        for (var number = 1; number <= imports; number++)
        {
            var options = new ImportJobOptions { ImportId = $"import-{number}", Customer = $"c{number % customers}" };
            await jobs.EnqueueAsync(new SellsyExportGenerator(new() { Rows = rows, Seed = number, Owners = 3 }).ToSource(), null, options);
        }

        var watch = new LineWatch(imports);
        string[] settings =
        [
            $"--Connection={server.ConnectionString}", $"--SchemaPerCustomer={!isShared}", "--Jobs:IdleWait=00:00:01", "--Jobs:ImportsPerNode=2",
            "--SellsyImport:LeaseDuration=00:01:00", .. Users().Select((name, index) => $"--Users:{index + 1}={name}"),
        ];
        var before = ProcessTree.ProcessorTime();
        var started = Enumerable.Range(0, nodes).Select(node => new NodeProcess($"n{node}", settings, watch.OnLine)).ToList();
        await watch.Ended;
        var processor = ProcessTree.ProcessorTime() - before;
        var leads = (await jobs.ReadAsync()).Count == imports ? (long)rows * imports : throw new InvalidOperationException("An import is missing.");
        started.ForEach(node => node.Dispose());
        await host.StopAsync();
        return new(watch.Elapsed.TotalSeconds, leads, processor.TotalSeconds);
    }

    private static IEnumerable<string> Users() =>
        new SellsyExportGenerator(new() { Rows = 10, Owners = 3 }).Users.Select(user => $"{user.FirstName} {user.LastName}");

    private static IHost HostOf(string connection, bool isShared)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        if (isShared)
        {
            builder.Services.AddSellsyImport().UsePostgreSql(connection).UsePostgreSqlFiles();
        }
        else
        {
            builder.Services.AddSellsyImportCustomers((_, customer, own) =>
            {
                own.AddSellsyImport().UsePostgreSql(options => (options.ConnectionString, options.Schema) = (connection, $"customer_{customer}")).UsePostgreSqlFiles();
                return new(own.BuildServiceProvider());
            });
        }

        builder.Services.AddSellsyImportJobs(options => (options.ConnectionString, options.ImportsPerNode) = (connection, 0));
        return builder.Build();
    }
}
