using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel;

/// <summary>Workbooks as CSV text.</summary>
internal sealed class WorkbookConverter(ExcelSourceOptions options) : IFileConverter
{
    public ImmutableArray<string> Extensions { get; } = [".xlsx", ".xlsm"];

    public ValueTask<ImmutableArray<string>> ReadPartsAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, CancellationToken cancellationToken = default) =>
        WorkbookStream.ReadSheetsAsync(name, open, options, cancellationToken);

    public ValueTask<Stream> OpenAsync(
        string name, Func<CancellationToken, ValueTask<Stream>> open, string? part, CancellationToken cancellationToken = default) =>
        WorkbookStream.OpenAsync(name, open, options with { Sheet = part }, cancellationToken);
}
