using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>A comparison as Markdown for people and as JSON for programs. Neither holds a path of the machine.</summary>
internal static class ComparisonTable
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string ToMarkdown(ComparisonResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {result.Rows:N0} contacts, {result.Date}"));
        text.AppendLine();
        text.AppendLine(Invariant($"- commit {result.Commit}, SDK {result.Sdk}, {result.Runtime}, sqlite3 {result.Sqlite3 ?? "not installed"}, PostgreSQL {result.PostgreSql ?? "not measured"}"));
        text.AppendLine(Invariant($"- {result.Processor}, {result.Cores} cores; {result.Runs} runs of each, in alternation; ms as least / median; × are ratios of medians"));
        AddRatios(text, result);
        AddTimes(text, result, "Preview against CsvHelper's strings", BenchmarkGroup.Files | BenchmarkGroup.Properties, "× strings");
        AddTimes(text, result, "Parts, warm", BenchmarkGroup.Parts, "× strings");
        AddTimes(text, result, "Whole processes, SQLite", BenchmarkGroup.Sqlite, "× sqlite3");
        AddTimes(text, result, "Whole processes, PostgreSQL (processor time without the server's)", BenchmarkGroup.PostgreSql, "× \\copy");
        return text.ToString().ReplaceLineEndings("\n");
    }

    public static string ToJson(ComparisonResult result)
    {
        var measurements = result.Measurements.Select(measured => new
        {
            measured.Group,
            measured.File,
            measured.Work,
            measured.Temperature,
            measured.Rows,
            measured.Bytes,
            measured.Wall,
            measured.Processor,
            measured.AllocatedBytesPerRow,
            measured.PeakBytes,
            WallRatio = Rounded(Ratio(measured, result.ReferenceOf(measured), of => of.Wall.Median)),
            ProcessorRatio = Rounded(Ratio(measured, result.ReferenceOf(measured), of => of.Processor.Median)),
            measured.Samples,
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
                result.Runs,
                Measurements = measurements,
            },
            Indented);
        return json.ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>One line for each file: the preview against the strings, and the processor time of the preview against that of the clean file.</summary>
    private static void AddRatios(StringBuilder text, ComparisonResult result)
    {
        var previews = result.Measurements.Where(measured => measured.Work == Work.Preview && measured.Temperature == Temperature.Warm && measured.Group != BenchmarkGroup.Parts).ToArray();
        if (previews.Length == 0)
        {
            return;
        }

        var clean = previews.FirstOrDefault(measured => measured.File == "clean");
        text.AppendLine().AppendLine("## Preview, × CsvHelper's strings");
        text.AppendLine().AppendLine("| file | MB | cold wall | cold processor | warm wall | warm processor | × clean (warm processor) | bytes a row | peak MB |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var warm in previews)
        {
            var cold = result.Measurements.First(measured => measured.Work == Work.Preview && measured.Temperature == Temperature.Cold && measured.File == warm.File);
            text.AppendLine(Invariant($"| {warm.File} | {warm.Bytes / 1e6:N0} | {Ratios(result, cold)} | {Ratios(result, warm)} | {Text(Ratio(warm, clean, of => of.Processor.Median))} | {warm.AllocatedBytesPerRow:N0} | {cold.PeakBytes / 1e6:N0} |"));
        }
    }

    private static void AddTimes(StringBuilder text, ComparisonResult result, string title, BenchmarkGroup groups, string ratio)
    {
        var measurements = result.Measurements.Where(measured => groups.HasFlag(measured.Group)).ToArray();
        if (measurements.Length == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(Invariant($"## {title}"));
        text.AppendLine().AppendLine(Invariant($"| file | work | | wall ms | {ratio} | processor ms | {ratio} | peak MB |"));
        text.AppendLine("|---|---|---|---:|---:|---:|---:|---:|");
        foreach (var measured in measurements)
        {
            var (wall, processor) = (Ratio(measured, result.ReferenceOf(measured), of => of.Wall.Median), Ratio(measured, result.ReferenceOf(measured), of => of.Processor.Median));
            text.AppendLine(Invariant($"| {measured.File} | {measured.Work} | {measured.Temperature.ToString().ToLowerInvariant()} | {Text(measured.Wall)} | {Text(wall)} | {Text(measured.Processor)} | {Text(processor)} | {measured.PeakBytes / 1e6:N0} |"));
        }
    }

    private static string Ratios(ComparisonResult result, Measurement measured)
    {
        var reference = result.ReferenceOf(measured);
        return $"{Text(Ratio(measured, reference, of => of.Wall.Median))} | {Text(Ratio(measured, reference, of => of.Processor.Median))}";
    }

    /// <summary>The ratio for files of the same number of rows; null without a reference, or if the reference took no measurable time.</summary>
    private static double? Ratio(Measurement measured, Measurement? reference, Func<Measurement, double> figure) =>
        reference is not null && figure(reference) > 0 ? figure(measured) / figure(reference) : null;

    private static double? Rounded(double? ratio) => ratio is { } value ? Math.Round(value, 3) : null;

    private static string Text(double? ratio) => ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Text(Spread spread) => Invariant($"{spread.Least:N0} / {spread.Median:N0}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
