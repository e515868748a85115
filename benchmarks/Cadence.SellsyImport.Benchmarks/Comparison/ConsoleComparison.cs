using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Compares whole processes of the console with the loaders of the databases, each time into a new database. All runs alternate.</summary>
internal sealed class ConsoleComparison(BenchmarkFile file, ComparisonOptions options, string users, PostgreSqlServer server)
{
    public const string SqliteImport = "sqlite3 .import";
    public const string PostgreSqlCopy = "psql \\copy";

    private readonly string _path = file.PathOf(options.Rows);

    public Task<IReadOnlyList<Measurement>> SqliteAsync()
    {
        List<(string, Func<string, Task<Sample>>)> contestants =
        [
            ("console: preview", database => ConsoleRun.RunAsync("preview", _path, users, options.Rows, "--db", database)),
            ("console: import into SQLite", database => ConsoleRun.RunAsync("import", _path, users, options.Rows, "--db", database)),
        ];
        if (SqliteShell.Version is not null)
        {
            contestants.Add((SqliteImport, database => SqliteShell.ImportAsync(_path, database, options.Rows)));
        }

        return AlternateAsync(BenchmarkGroup.Sqlite, contestants);
    }

    public Task<IReadOnlyList<Measurement>> PostgreSqlAsync() => AlternateAsync(BenchmarkGroup.PostgreSql,
    [
        ("console: import into PostgreSQL", async _ => await ImportIntoPostgreSqlAsync(await server.PrepareAsync())),
        (PostgreSqlCopy, async _ => await PostgreSqlShell.CopyAsync(await server.PrepareAsync(), _path, options.Rows)),
    ]);

    private Task<Sample> ImportIntoPostgreSqlAsync(NpgsqlConnectionStringBuilder target) =>
        ConsoleRun.RunAsync("import", _path, users, options.Rows, "--postgres", target.ConnectionString);

    private async Task<IReadOnlyList<Measurement>> AlternateAsync(
        BenchmarkGroup group, IReadOnlyList<(string Name, Func<string, Task<Sample>> RunAsync)> contestants)
    {
        var samples = contestants.Select(_ => new List<Sample>()).ToArray();
        for (var run = 0; run < options.Runs; run++)
        {
            for (var contestant = 0; contestant < contestants.Count; contestant++)
            {
                using var database = new TemporaryDatabase();
                samples[contestant].Add(await contestants[contestant].RunAsync(database.Path));
            }
        }

        var bytes = new FileInfo(_path).Length;
        return
        [
            .. contestants.Select((contestant, index) => new Measurement(
                group, file.Name, contestant.Name, Temperature.Process, options.Rows, bytes, samples[index])),
        ];
    }
}
