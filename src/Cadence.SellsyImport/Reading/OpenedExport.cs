namespace Cadence.SellsyImport.Reading;

/// <summary>An export together with the stream it is read from, which it disposes.</summary>
internal sealed class OpenedExport : IAsyncDisposable
{
    private readonly Stream _stream;

    private OpenedExport(Stream stream, ISellsyExport export) => (_stream, Export) = (stream, export);

    public ISellsyExport Export { get; }

    public static async Task<OpenedExport> OpenAsync(ISellsyCsvReader reader, ImportSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var stream = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new(stream, await reader.OpenAsync(stream, source.Name, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Export.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }
}
