using Cadence.SellsyImport.Benchmarks.Comparison;
using Xunit;

namespace Cadence.SellsyImport.Benchmarks.Tests;

public sealed class ComparisonTests
{
    private static readonly ComparisonResult Result = new()
    {
        Commit = "abc1234",
        Date = "2026-04-03",
        Sdk = "10.0.100",
        Runtime = ".NET 10.0.0",
        Processor = "Example CPU",
        Cores = 2,
        Sqlite3 = null,
        PostgreSql = null,
        Rows = 1_000,
        Bytes = 2_000_000,
        Runs = 3,
        PeakWorkingSetBytes = 90_000_000,
        Measurements = [new(Contestants.Strings, 1_000, [20, 10, 12]), new("Preview of the whole file", 500, [18, 30, 16])],
    };

    [Fact]
    public void The_table_shows_medians_and_ratios()
    {
        Assert.Equal(
            """
            # 1,000 contacts, 2 MB, 2026-04-03

            - commit abc1234, SDK 10.0.100, .NET 10.0.0, sqlite3 not installed, PostgreSQL not measured
            - Example CPU, 2 cores; peak working set 90 MB over all rows of the table
            - median of 3 runs in turns in one process, after up to 10 of each, 4 s, to warm up; lowest and highest in brackets

            | work | ms | rows/s | × CsvHelper strings | × sqlite3 .import | × psql \copy |
            |---|---:|---:|---:|---:|---:|
            | CsvHelper: make the 18 strings | 12 (10–20) | 83,333 | 1.00 | – | – |
            | Preview of the whole file | 18 (16–30) | 27,778 | 1.50 | – | – |

            """,
            ComparisonTable.ToMarkdown(Result));
    }

    [Fact]
    public void The_json_holds_what_the_table_shows()
    {
        var json = System.Text.Json.JsonDocument.Parse(ComparisonTable.ToJson(Result)).RootElement;

        Assert.Equal("abc1234", json.GetProperty("commit").GetString());
        Assert.Equal(1.5, json.GetProperty("measurements")[1].GetProperty("ratioToCsvHelperStrings").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("measurements")[1].GetProperty("ratioToSqliteImport").ValueKind);
    }

    [Fact]
    public async Task An_import_into_PostgreSQL_is_compared_with_psql_on_a_server_of_its_own()
    {
        await using var server = new PostgreSqlServer();
        Assert.False(
            server.Missing is not null && Environment.GetEnvironmentVariable("CADENCE_REQUIRE_POSTGRES") == "1",
            $"{server.Missing} CADENCE_REQUIRE_POSTGRES=1 asks for one.");
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var output = new StringWriter();

        var code = await ComparisonProgram.RunAsync(["--compare", "40", "--runs", "1", "--only", "PostgreSQL"], output, new StringWriter());

        Assert.Equal(0, code);
        Assert.DoesNotContain("PostgreSQL not measured", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("| Import into PostgreSQL, previewed before |", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("| Preview and import into PostgreSQL |", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 1.0 }, 1.0)]
    [InlineData(new[] { 4.0, 1.0 }, 2.5)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 2.0)]
    public void The_median_is_the_middle_of_the_runs(double[] milliseconds, double expected) =>
        Assert.Equal(expected, new Measurement("any", 1, milliseconds).Median);

    [Theory]
    [InlineData]
    [InlineData("--compare")]
    [InlineData("--compare", "many")]
    [InlineData("--compare", "0")]
    [InlineData("--compare", "10", "--runs", "0")]
    [InlineData("--compare", "10", "--what", "ever")]
    public async Task Wrong_usage_is_told_and_nothing_is_measured(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        Assert.Equal(2, await ComparisonProgram.RunAsync(arguments, output, errors));

        Assert.Equal("", output.ToString());
        Assert.Equal(ComparisonOptions.Usage, errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_comparison_writes_its_results_without_a_path_of_the_machine()
    {
        var folder = Directory.CreateTempSubdirectory("cadence-comparison-");
        try
        {
            var output = new StringWriter();
            var code = await ComparisonProgram.RunAsync(
                ["--compare", "40", "--runs", "2", "--only", "CsvHelper", "--output", folder.FullName], output, new StringWriter());

            var written = folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.Extension, StringComparer.Ordinal).ToArray();
            Assert.Equal(0, code);
            Assert.Equal([".json", ".md"], written.Select(file => file.Extension));
            Assert.Equal(output.ToString(), await File.ReadAllTextAsync(written[1].FullName, TestContext.Current.CancellationToken));
            Assert.All(written, file => Assert.DoesNotContain(Path.GetTempPath(), File.ReadAllText(file.FullName), StringComparison.Ordinal));
            Assert.Contains("| CsvHelper: make the 18 strings |", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
