namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>All that are compared on one file. Who takes part is decided by name only, so that nothing is set up for the others.</summary>
internal static class Contestants
{
    public const string Strings = "CsvHelper: make the 18 strings";
    public const string SqliteImport = "sqlite3 .import";
    public const string PostgreSqlCopy = "PostgreSQL: psql \\copy";

    public static IReadOnlyList<Contestant> For(string path, string only, PostgreSqlServer server)
    {
        List<Contestant> all =
        [
            new("CsvHelper: walk the rows", _ => Task.FromResult(BareLoops.Walk(path))),
            new("CsvHelper: take the 18 spans", _ => Task.FromResult(BareLoops.Spans(path))),
            new(Strings, _ => Task.FromResult(BareLoops.Strings(path))),
            new("ReadRowsAsync of the 18 columns", database => WithHostAsync(database, services => Imports.ReadRowsAsync(services, path))),
            new("Preview of the whole file", database => WithHostAsync(database, services => Imports.PreviewAsync(services, path))),
            new("First 50 rows of the preview", database => WithHostAsync(database, services => Imports.PreviewFirstRowsAsync(services, path))) { MostRows = Imports.RowsOfPage },
            new("50 rows from the middle of the preview", database => Imports.PrepareLaterPageAsync(Hosts.Create(database), path)) { MostRows = Imports.RowsOfPage },
            new("Import into SQLite, previewed before", database => Imports.PrepareImportAsync(Hosts.Create(database), path)),
            new("Preview and import into SQLite", database => WithHostAsync(database, services => Imports.ImportAsync(services, path))),
        ];
        if (SqliteShell.Version is not null)
        {
            all.Add(new(SqliteImport, database => SqliteShell.ImportAsync(path, database)));
        }

        all.AddRange(PostgreSqlContestants.For(path, server));
        return [.. all.Where(contestant => contestant.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
    }

    private static async Task<long> WithHostAsync(string database, Func<IServiceProvider, Task<long>> work)
    {
        await using var services = Hosts.Create(database);
        return await work(services);
    }
}
