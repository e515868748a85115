using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>Uploaded files as sources: CSV as it is, and other kinds through the converters that the host registers.</summary>
internal sealed class PageFiles(PageStores stores, IEnumerable<IFileConverter> converters)
{
    private readonly ImmutableArray<IFileConverter> _converters = [.. converters];

    /// <summary>The extensions that the page takes.</summary>
    public IEnumerable<string> Extensions => _converters.SelectMany(converter => converter.Extensions).Prepend(".csv").Distinct(StringComparer.Ordinal);

    public ImportSource SourceOf(string name, string fileId, string? sheet = null) =>
        ImportSource.From(name, cancellationToken => OpenAsync(name, fileId, sheet, cancellationToken));

    /// <summary>Opens the CSV text of a file.</summary>
    public ValueTask<Stream> OpenAsync(string name, string fileId, string? sheet, CancellationToken cancellationToken) =>
        ConverterOf(name) is { } converter
            ? converter.OpenAsync(name, OpenerOf(fileId), sheet, cancellationToken)
            : stores.Files.OpenAsync(fileId, cancellationToken);

    /// <summary>The sheets of a workbook; null for CSV.</summary>
    public async ValueTask<ImmutableArray<string>?> SheetsAsync(string name, string fileId, CancellationToken cancellationToken) =>
        ConverterOf(name) is { } converter
            ? await converter.ReadPartsAsync(name, OpenerOf(fileId), cancellationToken).ConfigureAwait(false)
            : null;

    private Func<CancellationToken, ValueTask<Stream>> OpenerOf(string fileId) => cancellationToken => stores.Files.OpenAsync(fileId, cancellationToken);

    private IFileConverter? ConverterOf(string name) => _converters.FirstOrDefault(converter =>
        converter.Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));
}
