namespace Cadence.SellsyImport.Reading;

/// <summary>Copies a stream that cannot seek to a temporary file, which is deleted when it is disposed.</summary>
internal static class SpooledStream
{
    private const int BlockSize = 128 * 1024;

    public static async ValueTask<Stream> CreateAsync(Stream source, string fileName, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"cadence-import-{Guid.NewGuid():N}.tmp");
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
        try
        {
            var block = new byte[BlockSize];
            int read;
            while ((read = await ReadAsync(source, block, copy, fileName, cancellationToken).ConfigureAwait(false)) > 0)
            {
                copy.Write(block, 0, read);
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask<int> ReadAsync(
        Stream source, byte[] block, Stream copy, string fileName, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await source.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, fileName, $"{copy.Position}");
        }
    }
}
