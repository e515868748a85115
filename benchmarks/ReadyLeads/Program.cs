using System.Globalization;
using Cadence.SellsyImport;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadyLeads;

// Measures the stores alone, with leads that were read and mapped before, against the loaders of the databases on the same file, alternating:
//   dotnet run -c Release --project benchmarks/ReadyLeads -- [ROWS] [RUNS] [clean|ordinary] [BATCH,BATCH…]
//   dotnet run -c Release --project benchmarks/ReadyLeads -- ledger [ROWS] [RUNS]
// measures what a separate ledger in SQLite costs an import into a sink of a host; the first run of each is not shown.
// A PostgreSQL server is measured too if CADENCE_BENCHMARK_POSTGRESQL names one; its database gets a schema and a table for each run.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var isOfLedger = args is ["ledger", ..];
args = isOfLedger ? args[1..] : args;
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var isClean = args.Length > 2 && args[2] == "clean";
int[] batches = args.Length > 3 ? [.. args[3].Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [250, 2_000];
var server = Environment.GetEnvironmentVariable("CADENCE_BENCHMARK_POSTGRESQL");
var folder = Directory.CreateTempSubdirectory("ready-leads-").FullName;
try
{
    if (isOfLedger)
    {
        await LedgerRun.RunAsync(rows, runs, folder);
        return;
    }

    var path = Path.Combine(folder, "contacts.csv");
    var leads = await ReadyExport.LeadsAsync(rows, isClean, path);
    Console.WriteLine($"{leads.Count} leads, {leads.Select(lead => lead.Lead.Company?.SellsyId ?? lead.Lead.Company?.Name).Distinct().Count()} companies; ms elapsed, ms of processor");
    for (var run = 1; run <= runs; run++)
    {
        if (server is null)
        {
            await SqliteAsync(path, leads);
        }
        else
        {
            await PostgreSqlAsync(path, leads, server);
        }
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task SqliteAsync(string path, List<LeadEntry> leads)
{
    Print("sqlite3 .import", await Loaders.SqliteAsync(path, Path.Combine(folder, "shell.db")), Path.Combine(folder, "shell.db"));
    foreach (var batch in batches)
    {
        var database = Path.Combine(folder, "store.db");
        var services = new ServiceCollection();
        services.AddSellsyImport().UseSqlite(database);
        Print($"SQLite store, batches of {batch}", await StoreRun.MeasureAsync(services, leads, batch), database);
    }
}

async Task PostgreSqlAsync(string path, List<LeadEntry> leads, string connectionString)
{
    await using var source = NpgsqlDataSource.Create(connectionString);
    Print("psql \\copy", await Loaders.PostgreSqlAsync(path, source, new(connectionString)));
    foreach (var batch in batches)
    {
        await using (var drop = source.CreateCommand("DROP SCHEMA IF EXISTS ready_leads CASCADE; CHECKPOINT"))
        {
            await drop.ExecuteNonQueryAsync();
        }

        var services = new ServiceCollection();
        services.AddSellsyImport().UsePostgreSql(options => (options.ConnectionString, options.Schema) = (connectionString, "ready_leads"));
        Print($"PostgreSQL store, batches of {batch}", await StoreRun.MeasureAsync(services, leads, batch));
    }
}

static void Print(string what, (TimeSpan Elapsed, TimeSpan Processor) run, string? database = null)
{
    Console.WriteLine($"{what,-36}{run.Elapsed.TotalMilliseconds,8:F0}{run.Processor.TotalMilliseconds,8:F0}");
    if (database is not null)
    {
        File.Delete(database);
    }
}
