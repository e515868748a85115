using System.Diagnostics;
using System.Globalization;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>
/// A server that the environment names, with a database to throw away: every run leaves a schema behind. psql copies all cells as text
/// into one table, no index, no check.
/// </summary>
internal static class PostgreSqlServer
{
    private static int _runs;

    /// <summary>Npgsql's connection string, or nothing where no server is named.</summary>
    public static string? Connection { get; } = Environment.GetEnvironmentVariable("CADENCE_BENCHMARK_POSTGRESQL");

    public static async Task<long> ImportAsync(string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(BenchmarkExport.Users));
        services.AddSellsyImport().UsePostgreSql(options =>
        {
            options.ConnectionString = Connection!;
            options.Schema = NextSchema();
        });
        await using var provider = services.BuildServiceProvider();
        return await Imports.ImportAsync(provider, path);
    }

    public static async Task<long> CopyAsync(string path)
    {
        var schema = NextSchema();
        var columns = string.Join(", ", BenchmarkExport.Columns.Select(column => FormattableString.Invariant($"c{column.Index} text")));
        var answer = await PsqlAsync(
            $"CREATE SCHEMA {schema}",
            $"CREATE TABLE {schema}.leads ({columns})",
            $"\\copy {schema}.leads FROM '{path}' WITH (FORMAT csv, DELIMITER ';', HEADER)",
            $"SELECT count(*) FROM {schema}.leads");
        return long.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string NextSchema() =>
        string.Create(CultureInfo.InvariantCulture, $"benchmark_{Environment.ProcessId}_{Interlocked.Increment(ref _runs)}");

    private static async Task<string> PsqlAsync(params string[] commands)
    {
        var server = new NpgsqlConnectionStringBuilder(Connection);
        string[] quiet = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"];
        var start = new ProcessStartInfo("psql", [.. quiet, .. commands.SelectMany(command => new[] { "-c", command })])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["PGHOST"] = server.Host, ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture), ["PGDATABASE"] = server.Database,
                ["PGUSER"] = server.Username, ["PGPASSWORD"] = server.Password,
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"psql ended with the code {process.ExitCode}.");
    }
}
