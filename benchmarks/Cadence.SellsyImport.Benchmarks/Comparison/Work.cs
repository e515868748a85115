using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Something that is measured inside a process of this program.</summary>
/// <param name="Name">Its name in the results and on the command line of a child process.</param>
/// <param name="PrepareAsync">Makes everything ready for a file, untimed, and returns the timed run, which returns the number of rows.</param>
/// <param name="RowsOf">The number of rows it returns for a file with that many rows.</param>
internal sealed record Work(
    string Name, Func<string, SellsyExportEncoding, string, Task<Func<Task<long>>>> PrepareAsync, Func<long, long> RowsOf)
{
    public const string Strings = "CsvHelper: strings";
    public const string Preview = "preview";

    public static IReadOnlyList<Work> All { get; } =
    [
        Loop(Strings, BareLoops.Strings),
        Loop("CsvHelper: walk the rows", BareLoops.Walk),
        Loop("CsvHelper: spans", BareLoops.Spans),
        Loop("CsvHelper: strings, all processors", BareLoops.ParallelStrings),
        Host("ReadRowsAsync", Imports.ReadRowsAsync),
        Host(Preview, Imports.PreviewAsync),
        Host("first page of 50 rows", Imports.PreviewFirstRowsAsync) with { RowsOf = rows => Math.Min(rows, Imports.RowsOfPage) },
        new("page from the middle", (path, _, database) => Imports.PrepareLaterPageAsync(Hosts.Create(database), path), rows => Math.Min(rows / 2, Imports.RowsOfPage)),
    ];

    public static Work Named(string name) => All.Single(work => work.Name == name);

    private static Work Loop(string name, Func<string, SellsyExportEncoding, long> run) =>
        new(name, (path, encoding, _) => Task.FromResult(() => Task.FromResult(run(path, encoding))), rows => rows);

    private static Work Host(string name, Func<IServiceProvider, string, Task<long>> runAsync) => new(
        name,
        (path, _, database) => Task.FromResult(async () =>
        {
            await using var services = Hosts.Create(database);
            return await runAsync(services, path);
        }),
        rows => rows);
}
