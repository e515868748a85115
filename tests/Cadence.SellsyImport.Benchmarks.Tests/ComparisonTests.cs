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
        Runs = 3,
        Measurements =
        [
            Measured("clean", Work.Strings, Temperature.Cold, 40, 30, 50), Measured("clean", Work.Preview, Temperature.Cold, 120, 90, 100),
            Measured("clean", Work.Strings, Temperature.Warm, 20, 10, 12), Measured("clean", Work.Preview, Temperature.Warm, 18, 30, 16),
            Measured("ordinary", Work.Strings, Temperature.Cold, 50), Measured("ordinary", Work.Preview, Temperature.Cold, 200),
            Measured("ordinary", Work.Strings, Temperature.Warm, 10), Measured("ordinary", Work.Preview, Temperature.Warm, 45),
        ],
    };

    [Fact]
    public void The_table_shows_least_and_median_times_and_ratios_of_medians() => Assert.Equal(
        """
        # 1,000 contacts, 2026-04-03

        - commit abc1234, SDK 10.0.100, .NET 10.0.0, sqlite3 not installed, PostgreSQL not measured
        - Example CPU, 2 cores; 3 runs of each, in alternation; ms as least / median; × are ratios of medians

        ## Preview, × CsvHelper's strings

        | file | MB | cold wall | cold processor | warm wall | warm processor | × clean (warm processor) | bytes a row | peak MB |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|
        | clean | 2 | 2.50 | 2.50 | 1.50 | 1.50 | 1.00 | 300 | 90 |
        | ordinary | 2 | 4.00 | 4.00 | 4.50 | 4.50 | 2.50 | 300 | 90 |

        ## Preview against CsvHelper's strings

        | file | work | | wall ms | × strings | processor ms | × strings | peak MB |
        |---|---|---|---:|---:|---:|---:|---:|
        | clean | CsvHelper: strings | cold | 30 / 40 | 1.00 | 60 / 80 | 1.00 | 90 |
        | clean | preview | cold | 90 / 100 | 2.50 | 180 / 200 | 2.50 | 90 |
        | clean | CsvHelper: strings | warm | 10 / 12 | 1.00 | 20 / 24 | 1.00 | 90 |
        | clean | preview | warm | 16 / 18 | 1.50 | 32 / 36 | 1.50 | 90 |
        | ordinary | CsvHelper: strings | cold | 50 / 50 | 1.00 | 100 / 100 | 1.00 | 90 |
        | ordinary | preview | cold | 200 / 200 | 4.00 | 400 / 400 | 4.00 | 90 |
        | ordinary | CsvHelper: strings | warm | 10 / 10 | 1.00 | 20 / 20 | 1.00 | 90 |
        | ordinary | preview | warm | 45 / 45 | 4.50 | 90 / 90 | 4.50 | 90 |

        """,
        ComparisonTable.ToMarkdown(Result));

    [Fact]
    public void The_json_holds_what_the_table_shows()
    {
        var measured = System.Text.Json.JsonDocument.Parse(ComparisonTable.ToJson(Result)).RootElement.GetProperty("measurements")[3];

        Assert.Equal("preview", measured.GetProperty("work").GetString());
        Assert.Equal("Warm", measured.GetProperty("temperature").GetString());
        Assert.Equal(1.5, measured.GetProperty("processorRatio").GetDouble());
        Assert.Equal(16, measured.GetProperty("wall").GetProperty("least").GetDouble());
        Assert.Equal(3, measured.GetProperty("samples").GetArrayLength());
    }

    [Theory]
    [InlineData(new[] { 1.0 }, 1.0, 1.0)]
    [InlineData(new[] { 4.0, 1.0 }, 1.0, 2.5)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 1.0, 2.0)]
    public void A_spread_is_the_least_and_the_middle(double[] figures, double least, double median) =>
        Assert.Equal(new Spread(least, median), Spread.Of(figures));

    [Theory]
    [InlineData("--rows")]
    [InlineData("--rows", "many")]
    [InlineData("--rows", "0")]
    [InlineData("--runs", "0")]
    [InlineData("--groups", "files,others")]
    [InlineData("--groups", "")]
    [InlineData("--groups", "16")]
    [InlineData("--what", "ever")]
    public async Task Wrong_usage_is_reported_and_nothing_is_measured(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        Assert.Equal(2, await ComparisonProgram.RunAsync(arguments, output, errors));

        Assert.Equal("", output.ToString());
        Assert.Equal(ComparisonOptions.Usage, errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_file_that_no_group_has_is_reported()
    {
        var errors = new StringWriter();

        Assert.Equal(2, await ComparisonProgram.RunAsync(["--groups", "files", "--files", "UTF-16"], new StringWriter(), errors));

        Assert.Equal("Nothing was measured: no file of the groups has \"UTF-16\" in its name, or no server is installed.", errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_preview_is_measured_cold_and_warm_and_written_without_a_path_of_the_machine()
    {
        var folder = Directory.CreateTempSubdirectory("cadence-comparison-");
        try
        {
            var table = await MeasureAsync("--groups", "files,properties,parts", "--files", "clean", "--output", folder.FullName);

            var written = folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.Extension, StringComparer.Ordinal).ToArray();
            Assert.Equal([".json", ".md"], written.Select(file => file.Extension));
            Assert.All(written, file => Assert.EndsWith("-files-properties-parts-clean", Path.GetFileNameWithoutExtension(file.Name), StringComparison.Ordinal));
            Assert.Equal(table, await File.ReadAllTextAsync(written[1].FullName, TestContext.Current.CancellationToken));
            Assert.All(written, file => Assert.DoesNotContain(Path.GetTempPath(), File.ReadAllText(file.FullName), StringComparison.Ordinal));
            Assert.Contains("| clean | preview | cold |", table, StringComparison.Ordinal);
            Assert.Contains("| clean | preview | warm |", table, StringComparison.Ordinal);
            Assert.All(Work.All, work => Assert.Contains($"| clean | {work.Name} | warm |", table, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_console_is_measured_as_a_whole_process_with_SQLite()
    {
        var table = await MeasureAsync("--groups", "sqlite", "--files", "worst");

        Assert.Contains("| worst, for loaders | console: preview | process |", table, StringComparison.Ordinal);
        Assert.Contains("| worst, for loaders | console: import into SQLite | process |", table, StringComparison.Ordinal);
        Assert.Equal(SqliteShell.Version is not null, table.Contains("| worst, for loaders | sqlite3 .import | process |", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_console_is_measured_with_PostgreSQL_on_a_server_of_its_own()
    {
        await using var server = new PostgreSqlServer();
        LongProof.RequireServer(server.Missing is null ? "" : null);

        var table = await MeasureAsync("--groups", "postgresql", "--files", "worst");

        Assert.DoesNotContain("PostgreSQL not measured", table, StringComparison.Ordinal);
        Assert.Contains("| worst, for loaders | console: import into PostgreSQL | process |", table, StringComparison.Ordinal);
        Assert.Contains("| worst, for loaders | psql \\copy | process |", table, StringComparison.Ordinal);
    }

    private static async Task<string> MeasureAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await ComparisonProgram.RunAsync(["--rows", "300", "--runs", "1", "--warm-up", "0", .. arguments], output, errors);
        Assert.True(code == 0, errors.ToString());
        return output.ToString();
    }

    private static Measurement Measured(string file, string work, Temperature temperature, params double[] milliseconds) => new(
        BenchmarkGroup.Files,
        file,
        work,
        temperature,
        1_000,
        2_000_000,
        [.. milliseconds.Select(wall => new Sample(wall, 2 * wall, 300_000, 90_000_000))]);
}
