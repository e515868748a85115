using System.Text.RegularExpressions;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>A process of its own writes and leaves what a run within the tests does, so that the other tests speak for both.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();
    private readonly ConsoleFolder _here = new();

    public ProcessTests()
    {
        foreach (var folder in new[] { _folder, _here })
        {
            folder.WriteUsers();
            folder.Write("contacts.csv", Exports.FourRows);
        }
    }

    public void Dispose()
    {
        _folder.Dispose();
        _here.Dispose();
    }

    [Theory]
    [InlineData(0, "preview contacts.csv --users users.csv --statuses statuses.csv")]
    [InlineData(0, "preview contacts.csv --users users.csv --json --json-rows 4")]
    [InlineData(0, "import contacts.csv --users users.csv --report report.json")]
    [InlineData(1, "preview missing.csv --users users.csv")]
    [InlineData(2, "preview contacts.csv --unknown")]
    [InlineData(1, "undo last")]
    public async Task A_process_of_its_own_does_what_a_run_within_the_tests_does(int exitCode, string arguments)
    {
        var process = await _folder.RunProcessAsync(arguments.Split(' '));
        var here = await _here.RunAsync(arguments.Split(' '));

        Assert.Equal((exitCode, exitCode), (process.ExitCode, here.ExitCode));
        Assert.Equal(Same(here.Output), Same(process.Output));
        Assert.Equal(Same(here.Errors).Split('\n')[0], Same(process.Errors).Split('\n')[0]);
        Assert.Equal(_here.Names(), _folder.Names());
    }

    /// <summary>Without the time and the import's id, which differ from run to run.</summary>
    private static string Same(string text) => Varying().Replace(text, "…");

    [GeneratedRegex(@"[0-9a-f]{32}|[\d,]+ m?s\b|""elapsedMs"": \d+")]
    private static partial Regex Varying();
}
