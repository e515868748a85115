using System.Diagnostics;
using Xunit;

namespace Cadence.SellsyImport.Tests.Proof;

/// <summary>Runs the proof tool in a process of its own, whose environment is that of another host.</summary>
internal static class ChildHost
{
    /// <summary>The tool in the folder of its own build: that of the tests lacks the packages that their frameworks hold already.</summary>
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("Cadence.SellsyImport.Tests", "Cadence.SellsyImport.Proof", StringComparison.Ordinal), "Cadence.SellsyImport.Proof.dll");

    /// <summary>The line of each culture: its name, the hash, and how the host formats.</summary>
    public static async Task<(string Culture, string Hash, string Evidence)[]> HashAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] cultures)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Program, "hash" },
        };
        foreach (var culture in cultures)
        {
            start.ArgumentList.Add(culture);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}: {await errors}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static (string Culture, string Hash, string Evidence) Parse(string line) =>
        line.Split('|') is [var culture, var hash, var evidence] ? (culture, hash, evidence) : throw new FormatException(line);
}
