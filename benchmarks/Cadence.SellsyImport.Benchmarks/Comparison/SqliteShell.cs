using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The shell of SQLite, if it is installed: all cells as text into one table, no index, no check.</summary>
internal static class SqliteShell
{
    /// <summary>The version, or null if the shell is not installed.</summary>
    public static string? Version { get; } = FindVersion();

    public static async Task<Sample> ImportAsync(string path, string database, long rows)
    {
        var (sample, answer) = await ChildProcess.RunAsync(Shell(
            "-cmd", ".mode csv", "-cmd", ".separator ;", database, $".import \"{path}\" leads", "SELECT count(*) FROM leads;"));
        var imported = long.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);
        return imported == rows ? sample : throw new InvalidOperationException($"sqlite3 imported {imported} rows, {rows} were expected.");
    }

    private static string? FindVersion()
    {
        try
        {
            return ChildProcess.RunAsync(Shell("-version")).GetAwaiter().GetResult().Output.Split(' ')[0];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Shell(params string[] arguments) => new("sqlite3", arguments);
}
