using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>The text that a workbook is rendered as, and what was found.</summary>
internal sealed record Rendered(string Text, ImmutableArray<ImportIssue> Findings, Func<long, long> RowOf)
{
    /// <summary>The lines, without the mark at the start and the line end at the end.</summary>
    public string[] Lines => Text.TrimStart('\uFEFF')[..^2].Split("\r\n");

    public static Task<Rendered> OfAsync(TestWorkbook workbook, ExcelSourceOptions? options = null) => OfAsync(workbook.ToBytes(), options);

    public static async Task<Rendered> OfAsync(byte[] workbook, ExcelSourceOptions? options = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var stream = await WorkbookStream.OpenAsync(TestWorkbook.Name, _ => new(new MemoryStream(workbook)), options ?? new(), cancellation);
        var text = new MemoryStream();
        await stream.CopyToAsync(text, cancellation);
        var converted = (IConvertedStream)stream;
        return new(Encoding.UTF8.GetString(text.ToArray()), converted.Findings, converted.OriginalLineOf);
    }

    /// <summary>The text of one cell, given by its markup.</summary>
    public static async Task<string> CellAsync(string cell, TestWorkbook? workbook = null) =>
        (await OfAsync((workbook ?? new()) with { Rows = $"<row><c t=\"str\"><v>x</v></c>{cell}</row>" })).Text[1..^2] is ['x', ';', .. var text] ? text : "";
}
