using System.Globalization;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Compares the importer with CsvHelper's bare loops and the databases' own loaders on generated files.</summary>
internal static class ComparisonProgram
{
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (ComparisonOptions.Parse(arguments) is not { } options)
        {
            await errors.WriteLineAsync(ComparisonOptions.Usage);
            return 2;
        }

        await using var server = new PostgreSqlServer();
        var measurements = new List<Measurement>();
        await foreach (var measured in MeasureAsync(options, server, errors))
        {
            measurements.AddRange(measured);
        }

        if (measurements.Count == 0)
        {
            await errors.WriteLineAsync($"Nothing was measured: no file of the groups has \"{options.Files}\" in its name, or no server is installed.");
            return 2;
        }

        var result = Result(options, server, measurements);
        await output.WriteAsync(ComparisonTable.ToMarkdown(result));
        if (options.Output is { } folder)
        {
            await SaveAsync(result, folder, options.Part);
        }

        return 0;
    }

    private static async IAsyncEnumerable<IReadOnlyList<Measurement>> MeasureAsync(
        ComparisonOptions options, PostgreSqlServer server, TextWriter errors)
    {
        var files = BenchmarkFile.All.Where(file => file.Name.Contains(options.Files, StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (var file in files.Where(file => options.Groups.HasFlag(file.Group)))
        {
            await errors.WriteLineAsync(file.Name);
            yield return await FileComparison.ColdAndWarmAsync(file, options);
        }

        var profiles = files.Where(file => file.Group == BenchmarkGroup.Files).ToArray();
        foreach (var file in options.Groups.HasFlag(BenchmarkGroup.Parts) ? profiles : [])
        {
            await errors.WriteLineAsync($"{file.Name}: parts");
            yield return await FileComparison.PartsAsync(file, options);
        }

        using var users = new TemporaryDatabase();
        await ConsoleRun.WriteUsersAsync(users.Path);
        foreach (var file in profiles.Select(profile => profile.ForLoaders()))
        {
            var console = new ConsoleComparison(file, options, users.Path, server);
            if (options.Groups.HasFlag(BenchmarkGroup.Sqlite))
            {
                await errors.WriteLineAsync($"{file.Name}: SQLite");
                yield return await console.SqliteAsync();
            }

            if (options.Groups.HasFlag(BenchmarkGroup.PostgreSql))
            {
                await errors.WriteLineAsync(server.Missing ?? $"{file.Name}: PostgreSQL");
                yield return server.Missing is null ? await console.PostgreSqlAsync() : [];
            }
        }
    }

    private static ComparisonResult Result(ComparisonOptions options, PostgreSqlServer server, IReadOnlyList<Measurement> measurements) => new()
    {
        Commit = options.Commit,
        Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Sdk = options.Sdk,
        Runtime = RuntimeInformation.FrameworkDescription,
        Processor = Machine.Processor,
        Cores = Environment.ProcessorCount,
        Sqlite3 = SqliteShell.Version,
        PostgreSql = server.Version,
        Rows = options.Rows,
        Runs = options.Runs,
        Measurements = measurements,
    };

    private static async Task SaveAsync(ComparisonResult result, string folder, string part)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, Machine.Folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(target, $"{result.Date}{part}.md"), ComparisonTable.ToMarkdown(result));
        await File.WriteAllTextAsync(Path.Combine(target, $"{result.Date}{part}.json"), ComparisonTable.ToJson(result));
    }
}
