using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The shell of SQLite, where it is installed: all cells as text into one table, no index, no check.</summary>
internal static class SqliteShell
{
    /// <summary>The version, or nothing where the shell is not installed.</summary>
    public static string? Version { get; } = FindVersion();

    public static async Task<long> ImportAsync(string path, string database)
    {
        string[] arguments = ["-cmd", ".mode csv", "-cmd", ".separator ;", database, $".import \"{path}\" leads", "SELECT count(*) FROM leads;"];
        var answer = await RunAsync(arguments);
        return long.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string? FindVersion()
    {
        try
        {
            return RunAsync(["-version"]).GetAwaiter().GetResult().Split(' ')[0];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("sqlite3", arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"sqlite3 ended with the code {process.ExitCode}.");
    }
}
