using System.Text.Json;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>What a run of the console left: its exit code and what it wrote.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output, the cells of a table separated by bars.</summary>
    public string[] Lines => [.. Output.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(" | ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public long Count(string word) => Json.GetProperty("counts").GetProperty(word).GetInt64();

    public long IssueCount(string code) =>
        Json.GetProperty("issues").EnumerateArray()
            .Where(issue => issue.GetProperty("code").GetString() == code)
            .Sum(issue => issue.GetProperty("count").GetInt64());

    public ConsoleRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}; errors: {Errors}; output: {Output}");
        return this;
    }

    /// <summary>The run told in one line why something cannot be used.</summary>
    public ConsoleRun FailedWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}; errors: {Errors}; output: {Output}");
        Assert.NotEqual("", Errors.Split('\n')[0].Trim());
        Assert.True(exitCode == 2 || Errors.TrimEnd().Split('\n').Length == 1, Errors);
        Assert.True(exitCode == 1 || Output.Length == 0, Output);
        return this;
    }
}
