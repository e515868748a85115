using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The server's own loader: psql copies all cells as text into one table with a unique index on the contact's id, no check.</summary>
internal static class PostgreSqlShell
{
    /// <summary>Creates the table, untimed, and measures the copy of the file into it. The processor time is that of psql, not of the server.</summary>
    public static async Task<Sample> CopyAsync(NpgsqlConnectionStringBuilder target, string path, long rows)
    {
        var id = BenchmarkExport.Mapping.Find(LeadFields.SellsyContactId)!.Column!.Index;
        var columns = string.Join(", ", BenchmarkExport.Columns.Select(column => FormattableString.Invariant(
            $"c{column.Index} text{(column.Index == id ? " UNIQUE" : "")}")));
        await ChildProcess.RunAsync(Shell(target, $"CREATE TABLE leads ({columns})"));
        var (sample, answer) = await ChildProcess.RunAsync(Shell(target, $"\\copy leads FROM '{path}' WITH (FORMAT csv, DELIMITER ';', HEADER)"));
        var copied = long.Parse(answer["COPY ".Length..], NumberStyles.None, CultureInfo.InvariantCulture);
        return copied == rows ? sample : throw new InvalidOperationException($"psql copied {copied} rows, {rows} were expected.");
    }

    private static ProcessStartInfo Shell(NpgsqlConnectionStringBuilder target, string command) =>
        new("psql", ["-X", "-v", "ON_ERROR_STOP=1", "-c", command])
        {
            Environment =
            {
                ["PGHOST"] = target.Host, ["PGPORT"] = target.Port.ToString(CultureInfo.InvariantCulture), ["PGDATABASE"] = target.Database,
                ["PGUSER"] = target.Username, ["PGPASSWORD"] = target.Password,
            },
        };
}
