using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Those that write to a PostgreSQL server.</summary>
internal static class PostgreSqlContestants
{
    public static IEnumerable<Contestant> For(string path, PostgreSqlServer server) => server.Missing is not null ? [] :
    [
        new("Import into PostgreSQL, previewed before", async _ => await Imports.PrepareImportAsync(await HostAsync(server), path)),
        new("Preview and import into PostgreSQL", async _ => await PrepareAsync(await HostAsync(server), path)),
        new(Contestants.PostgreSqlCopy, async _ => await PostgreSqlShell.PrepareAsync(await server.PrepareAsync(), path)),
    ];

    private static async Task<ServiceProvider> HostAsync(PostgreSqlServer server)
    {
        var target = await server.PrepareAsync();
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(BenchmarkExport.Users));
        services.AddSellsyImport().UsePostgreSql(options =>
        {
            options.ConnectionString = target.Connection.ConnectionString;
            options.Schema = target.Schema;
        });
        return services.BuildServiceProvider();
    }

    private static Task<Func<Task<long>>> PrepareAsync(ServiceProvider services, string path) => Task.FromResult(async () =>
    {
        await using (services)
        {
            return await Imports.ImportAsync(services, path);
        }
    });
}
