using System.Diagnostics;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>The samples of one file run as a newcomer runs them.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_quick_start_imports_one_row_and_then_skips_it()
    {
        var first = await RunAsync("QuickStart");
        var second = await RunAsync("QuickStart");

        Assert.Equal(
            [
                "row 1: Blank", "row 2: Error Owner: User not present in Cadence: \"Jean Inconnu\". Add this user to Cadence first.",
                "2 read = 1 added + 0 skipped + 1 in error",
            ],
            first);
        Assert.Equal("row 1: Active The contact is already in Cadence. No cadence is running.", second[0]);
        Assert.Equal("2 read = 0 added + 1 skipped + 1 in error", second[2]);
    }

    [Fact]
    public async Task The_console_imports_what_was_answered_and_undoes_it()
    {
        var lines = await RunAsync("ConsoleImport", "1-5", "y");

        Assert.Contains("9 rows can be added, 0 are in Cadence already, 9 are in error:", lines);
        Assert.Contains(lines, line => line.EndsWith("18 read = 5 added + 4 skipped + 9 in error", StringComparison.Ordinal));
        Assert.EndsWith("5 leads removed, 0 kept", lines[^1], StringComparison.Ordinal);
    }

    private async Task<string[]> RunAsync(string sample, params string[] answers)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll")])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        foreach (var answer in answers)
        {
            await process.StandardInput.WriteLineAsync(answer);
        }

        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return [.. output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }
}
