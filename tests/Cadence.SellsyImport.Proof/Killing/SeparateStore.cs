using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Killing;

/// <summary>
/// A folder with a host's own sink in <c>leads.db</c>, which commits lead by lead, and the users in <c>users.csv</c>. Its separate ledger is in
/// <c>ledger.db</c>, or on the server that <c>server.txt</c> names. Calls of the ledger and single leads of the sink are reported in the same way.
/// </summary>
internal static class SeparateStore
{
    public static ServiceProvider Host(string folder, int batchSize, Action<SinkCall> told)
    {
        var faults = new FaultInjector(0) { OnCall = told };
        var ledger = new ServiceCollection();
        var server = Path.Combine(folder, "server.txt");
        _ = File.Exists(server)
            ? ledger.AddSellsyImport().UsePostgreSqlLedger(File.ReadAllText(server))
            : ledger.AddSellsyImport().UseSqliteLedger(Path.Combine(folder, "ledger.db"));
        var services = new ServiceCollection();
        services.AddSingleton(_ => ledger.BuildServiceProvider());
        services.AddSingleton<ISeparateLedger>(provider =>
            new FaultInjectingLedger(provider.GetRequiredService<ServiceProvider>().GetRequiredService<ISeparateLedger>(), faults));
        services.AddSingleton<ILeadSink>(new TableSink(() => new SqliteConnection($"Data Source={Path.Combine(folder, "leads.db")};Pooling=False"), faults));
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider([.. Users(Path.Combine(folder, "users.csv"))]));
        services.AddSellsyImport(options => options.BatchSize = batchSize);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<CadenceUser> Users(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(cells => new CadenceUser(cells[0], cells[1], cells[2]));
}
