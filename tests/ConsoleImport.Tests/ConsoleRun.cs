using System.Text.Json;
using Xunit;

namespace ConsoleImport.Tests;

/// <summary>What a run of the console left: its exit code and what it wrote.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public long Count(string word) => Json.GetProperty("counts").GetProperty(word).GetInt64();

    public long IssueCount(string code) =>
        Json.GetProperty("issues").EnumerateArray().Where(issue => issue.GetProperty("code").GetString() == code).Sum(issue => issue.GetProperty("count").GetInt64());

    public ConsoleRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}; errors: {Errors}; output: {Output}");
        return this;
    }

    /// <summary>The run told in one line why something cannot be used, and wrote no result.</summary>
    public ConsoleRun FailedWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}; errors: {Errors}; output: {Output}");
        Assert.Equal("", Output);
        Assert.NotEqual("", Errors.Trim());
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
        return this;
    }
}
