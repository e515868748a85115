using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A comparison as text for people and as JSON for programs. Neither holds a path of the machine.</summary>
internal static class ComparisonTable
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string ToMarkdown(ComparisonResult result)
    {
        var strings = result.MedianOf(Contestants.Strings);
        var sqlite = result.MedianOf(Contestants.SqliteImport);
        var postgreSql = result.MedianOf(Contestants.PostgreSqlCopy);
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {result.Rows:N0} contacts, {result.Bytes / 1e6:N0} MB, {result.Date}"));
        text.AppendLine();
        text.AppendLine(Invariant($"- commit {result.Commit}, SDK {result.Sdk}, {result.Runtime}, sqlite3 {result.Sqlite3 ?? "not installed"}, PostgreSQL {result.PostgreSql ?? "not measured"}"));
        text.AppendLine(Invariant($"- {result.Processor}, {result.Cores} cores; peak working set {result.PeakWorkingSetBytes / 1e6:N0} MB over all rows of the table"));
        text.AppendLine(Invariant($"- median of {result.Runs} runs in turns in one process, after up to {ComparisonProgram.MostWarmUps} of each, 4 s, to warm up; lowest and highest in brackets"));
        text.AppendLine();
        text.AppendLine("| work | ms | rows/s | × CsvHelper strings | × sqlite3 .import | × psql \\copy |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var measured in result.Measurements)
        {
            var range = Invariant($"{measured.Milliseconds.Min():N0}–{measured.Milliseconds.Max():N0}");
            var rate = Invariant($"{measured.Rows / measured.Median * 1_000:N0}");
            text.AppendLine(Invariant(
                $"| {measured.Name} | {measured.Median:N0} ({range}) | {rate} | {Ratio(measured.Median, strings)} | {Ratio(measured.Median, sqlite)} | {Ratio(measured.Median, postgreSql)} |"));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    public static string ToJson(ComparisonResult result)
    {
        var strings = result.MedianOf(Contestants.Strings);
        var sqlite = result.MedianOf(Contestants.SqliteImport);
        var postgreSql = result.MedianOf(Contestants.PostgreSqlCopy);
        var measurements = result.Measurements.Select(measured => new
        {
            measured.Name,
            MedianMilliseconds = Math.Round(measured.Median, 1),
            Milliseconds = measured.Milliseconds.Select(milliseconds => Math.Round(milliseconds, 1)),
            RatioToCsvHelperStrings = Rounded(measured.Median / strings),
            RatioToSqliteImport = Rounded(measured.Median / sqlite),
            RatioToPostgreSqlCopy = Rounded(measured.Median / postgreSql),
        });
        var json = JsonSerializer.Serialize(
            new
            {
                result.Commit,
                result.Date,
                result.Sdk,
                result.Runtime,
                result.Processor,
                result.Cores,
                result.Sqlite3,
                result.PostgreSql,
                result.Rows,
                result.Bytes,
                result.Runs,
                result.PeakWorkingSetBytes,
                Measurements = measurements,
            },
            Indented);
        return json.ReplaceLineEndings("\n") + "\n";
    }

    private static string Ratio(double median, double? reference) => Rounded(median / reference)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static double? Rounded(double? ratio) => ratio is { } value ? Math.Round(value, 3) : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
