using System.Text;
using Cadence.SellsyImport.Files;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>Opens texts and bytes as exports, and tells rows as short texts.</summary>
internal static class Exports
{
    public const string Name = "contacts.csv";

    public static async Task<ISellsyExport> OpenAsync(Stream stream, Action<SellsyImportOptions>? configure = null, ReadingOverrides? overrides = null)
    {
        var options = new SellsyImportOptions();
        configure?.Invoke(options);
        var reader = new CsvHelperReader(Options.Create(options));
        return await reader.OpenAsync(stream, Name, overrides ?? ReadingOverrides.None, TestContext.Current.CancellationToken);
    }

    public static Task<ISellsyExport> OpenAsync(byte[] bytes, ReadingOverrides overrides) =>
        OpenAsync(new MemoryStream(bytes, writable: false), overrides: overrides);

    public static async Task<List<string>> TextsAsync(byte[] bytes, ReadingOverrides overrides)
    {
        await using var export = await OpenAsync(bytes, overrides);
        return (await RowsAsync(export)).ConvertAll(Text);
    }

    public static Task<ISellsyExport> OpenAsync(byte[] bytes, Action<SellsyImportOptions>? configure = null) =>
        OpenAsync(new MemoryStream(bytes, writable: false), configure);

    public static Task<ISellsyExport> OpenAsync(string text, Action<SellsyImportOptions>? configure = null) =>
        OpenAsync(Encoding.UTF8.GetBytes(text), configure);

    public static ColumnSelection All(ISellsyExport export) => new(Enumerable.Range(0, export.Columns.Length));

    public static async Task<List<SellsyRow>> RowsAsync(ISellsyExport export, ColumnSelection? columns = null, RowPosition? from = null)
    {
        var rows = new List<SellsyRow>();
        var selected = columns ?? All(export);
        var cancellationToken = TestContext.Current.CancellationToken;
        await foreach (var row in from is { } place
            ? export.ReadRowsAsync(selected, place, cancellationToken)
            : export.ReadRowsAsync(selected, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    public static async Task<List<string>> TextsAsync(byte[] bytes, Action<SellsyImportOptions>? configure = null)
    {
        await using var export = await OpenAsync(bytes, configure);
        return (await RowsAsync(export)).ConvertAll(Text);
    }

    public static Task<List<string>> TextsAsync(string text, Action<SellsyImportOptions>? configure = null) =>
        TextsAsync(Encoding.UTF8.GetBytes(text), configure);

    /// <summary>Number, lines, and the cells of a whole row or the issues of another.</summary>
    public static string Text(SellsyRow row)
    {
        var issues = row.Issues.Select(issue => issue.Arguments.IsEmpty ? issue.Code : $"{issue.Code}({string.Join(",", issue.Arguments)})");
        var isError = row.Issues.Any(issue => issue.Severity == IssueSeverity.Error);
        var cells = isError ? "" : string.Join("|", row.Columns.Indexes.Select(index => row[index]));
        return $"{row.Number} @{row.Lines}: {cells}{(row.Issues.IsEmpty ? "" : "!")}{string.Join(" ", issues)}";
    }

    public static async Task<SellsyImportException> FailureAsync(byte[] bytes, Action<SellsyImportOptions>? configure = null) =>
        await Assert.ThrowsAsync<SellsyImportException>(() => OpenAsync(bytes, configure));
}
