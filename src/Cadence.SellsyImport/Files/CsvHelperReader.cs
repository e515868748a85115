using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Files;

/// <summary>The default reader: CsvHelper over blocks of whole lines, with everything unusual inspected separately.</summary>
internal sealed class CsvHelperReader(IOptions<SellsyImportOptions> options) : ISellsyCsvReader
{
    private readonly Lazy<KnownHeadings> _known = new(() => new(options.Value.Fields));

    public ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default) =>
        OpenAsync(stream, name, ReadingOverrides.None, cancellationToken);

    public async ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, ReadingOverrides overrides, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(overrides);
        OverridesCheck.ThrowIfInvalid(overrides);
        cancellationToken.ThrowIfCancellationRequested();
        var opened = (stream as SourceStream)?.File;
        var export = new CsvExport(
            opened ?? await SourceFile.OfAsync(stream, name, cancellationToken).ConfigureAwait(false), ownsFile: opened is null);
        try
        {
            await export.OpenAsync(options.Value, _known.Value, overrides, cancellationToken).ConfigureAwait(false);
            return RejectedFile.Is(export.Columns) ? new RestoringExport(export) : export;
        }
        catch
        {
            await export.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
