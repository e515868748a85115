using System.Text.Json;
using Cadence.SellsyImport.Files;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>
/// The conformance suites that others wrote. This reader knows one number of fields for all records of a file, takes blank lines for
/// nothing, and makes damage an error row; a check is met where every record is exact, or is an error row where the suite allows an error.
/// </summary>
public sealed class ConformanceTests
{
    /// <summary>Every check that is not met, with the reason.</summary>
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["12: Unquoted field with quotes at end of field"] = StrayQuote,
        ["17: Quoted field with whitespace around quotes"] = StrayQuote,
        ["18: Misplaced quotes in data, not as opening quotes"] = StrayQuote,
    };

    private const string StrayQuote =
        "RFC 4180 has no quote inside an unquoted field. The suite keeps it as text; here the row is told, because the same quote may be the "
        + "rest of a damaged cell.";

    [Theory]
    [InlineData("javacsvcomparison", 70)]
    [InlineData("csv-spectrum", 11)]
    [InlineData("papaparse-core", 43)]
    public async Task A_suite_is_met_but_for_the_deviations_that_are_written_down(string suite, int fewest)
    {
        var (met, total) = (0, 0);
        var unexpected = new List<string>();
        foreach (var line in Corpora.Read("conformance.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var check = document.RootElement;
            if (check.GetProperty("suite").GetString() != suite || !check.GetProperty("portable").GetBoolean() || HasComments(check))
            {
                continue;
            }

            total++;
            var problem = await ProblemAsync(check);
            var id = check.GetProperty("id").GetString()!;
            met += problem is null ? 1 : 0;
            if (problem is null == Deviations.ContainsKey(id))
            {
                unexpected.Add($"{id}: {problem ?? "is met, and listed as a deviation"}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{suite}: {met} of {total} met");
        Assert.True(unexpected.Count == 0, string.Join(Environment.NewLine, unexpected));
        Assert.True(total >= fewest, $"Only {total} checks were looked at.");
    }

    /// <summary>No export has comments; the checks that ask for them are left out.</summary>
    private static bool HasComments(JsonElement check) =>
        check.GetProperty("settings").TryGetProperty("commentMode", out var mode) && mode.GetString() != "NONE";

    private static async Task<string?> ProblemAsync(JsonElement check)
    {
        var expected = check.GetProperty("expected").EnumerateArray()
            .Select(record => record.EnumerateArray().Select(cell => cell.GetString() ?? "").ToArray())
            .Where(record => record is not [""])
            .ToList();
        var separator = check.GetProperty("delimiter").GetString()![0];
        var mayFail = check.GetProperty("errorAllowed").GetBoolean();
        var rows = new List<SellsyRow>();
        var problem = (string?)null;

        // Records of several widths are read once under each width: a record is exact under its own, and an error under the others.
        foreach (var width in expected.Select(record => record.Length).Distinct().DefaultIfEmpty(1))
        {
            rows = await RawRecords.ReadAsync(check.GetProperty("input").GetString()!, separator, width);
            problem ??= Compare(expected, rows, width, mayFail);
        }

        return problem;
    }

    private static string? Compare(List<string[]> expected, List<SellsyRow> rows, int width, bool mayFail)
    {
        if (mayFail && rows.Exists(row => row.IsDamaged))
        {
            return null;
        }

        var whole = rows.Where(row => row.RawText?.Trim(',', ';', '\t', '|', '"', ' ').Length != 0).ToList();
        if (whole.Count != expected.Count(record => record.Any(cell => cell.Trim().Length > 0)))
        {
            return $"{whole.Count} records for {expected.Count}";
        }

        foreach (var (row, record) in whole.Zip(expected.Where(record => record.Any(cell => cell.Trim().Length > 0))))
        {
            var cells = row.Columns.Indexes.Select(index => row[index]).ToArray();
            if (record.Length == width ? !cells.AsSpan().SequenceEqual(record) : !row.IsDamaged)
            {
                return $"[{string.Join('|', cells)}] {string.Join(' ', row.Issues)} for [{string.Join('|', record)}]";
            }
        }

        return null;
    }
}
