namespace Cadence.SellsyImport.Reading;

/// <summary>Opens a source as a stream that can seek.</summary>
internal static class SeekableFile
{
    public static async ValueTask<Stream> OpenAsync(ImportSource source, CancellationToken cancellationToken)
    {
        var stream = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (stream.CanSeek)
        {
            return stream;
        }

        await using (stream.ConfigureAwait(false))
        {
            return await SpooledStream.CreateAsync(stream, source.Name, cancellationToken).ConfigureAwait(false);
        }
    }
}
