using System.Diagnostics;
using Npgsql;

namespace ReadyLeads;

/// <summary>The loaders of the databases, on the file that the leads come from.</summary>
internal static class Loaders
{
    public static Task<(TimeSpan Elapsed, TimeSpan Processor)> SqliteAsync(string path, string database) =>
        RunAsync(new("sqlite3", ["-cmd", ".mode csv", "-cmd", ".separator ;", database, $".import \"{path}\" leads"]));

    /// <summary>The processor time is that of psql, not of the server.</summary>
    public static async Task<(TimeSpan Elapsed, TimeSpan Processor)> PostgreSqlAsync(string path, NpgsqlDataSource server, NpgsqlConnectionStringBuilder target)
    {
        var columns = (await File.ReadLinesAsync(path).FirstAsync()).Split(';').Select((_, index) => $"c{index} text{(index == 0 ? " UNIQUE" : "")}");
        await using (var create = server.CreateCommand($"DROP TABLE IF EXISTS copied; CREATE TABLE copied ({string.Join(", ", columns)})"))
        {
            await create.ExecuteNonQueryAsync();
        }

        return await RunAsync(new("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", $"\\copy copied FROM '{path}' WITH (FORMAT csv, DELIMITER ';', HEADER)"])
        {
            Environment =
            {
                ["PGHOST"] = target.Host,
                ["PGPORT"] = FormattableString.Invariant($"{target.Port}"),
                ["PGDATABASE"] = target.Database,
                ["PGUSER"] = target.Username,
                ["PGPASSWORD"] = target.Password,
            },
        });
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> RunAsync(ProcessStartInfo start)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(5))
        {
            try
            {
                processor = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (clock.Elapsed, processor) : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
    }
}
