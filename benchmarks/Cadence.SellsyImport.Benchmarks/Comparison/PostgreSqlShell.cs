using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The server's own loader: psql copies all cells as text into one table with a unique index on the contact's id, no check.</summary>
internal static class PostgreSqlShell
{
    /// <summary>Makes the table, and gives the copy of the file into it.</summary>
    public static async Task<Func<Task<long>>> PrepareAsync(PostgreSqlTarget target, string path)
    {
        var id = BenchmarkExport.Mapping.Find(LeadFields.SellsyContactId)!.Column!.Index;
        var columns = string.Join(", ", BenchmarkExport.Columns.Select(column => FormattableString.Invariant(
            $"c{column.Index} text{(column.Index == id ? " UNIQUE" : "")}")));
        await RunAsync(target, $"CREATE SCHEMA {target.Schema}", $"CREATE TABLE {target.Schema}.leads ({columns})");
        return async () =>
        {
            var answer = await RunAsync(target, $"\\copy {target.Schema}.leads FROM '{path}' WITH (FORMAT csv, DELIMITER ';', HEADER)");
            return long.Parse(answer["COPY ".Length..], NumberStyles.None, CultureInfo.InvariantCulture);
        };
    }

    private static async Task<string> RunAsync(PostgreSqlTarget target, params string[] commands)
    {
        var server = target.Connection;
        string[] options = ["-X", "-v", "ON_ERROR_STOP=1"];
        var start = new ProcessStartInfo("psql", [.. options, .. commands.SelectMany(command => new[] { "-c", command })])
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
