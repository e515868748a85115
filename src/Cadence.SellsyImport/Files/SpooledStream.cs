using System.Globalization;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Copies a stream that cannot seek to a temporary file, which only the user of this process can read and which is deleted when the copy is
/// disposed. Where the system allows it, the file has no name from its creation on, so that nothing is left of it if the process is killed.
/// </summary>
internal static class SpooledStream
{
    private const int BlockSize = 128 * 1024;

    public static async ValueTask<FileStream> CreateAsync(Stream source, string fileName, CancellationToken cancellationToken)
    {
        var copy = CreateFile(bufferSize: 0);
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

    /// <summary>Creates such a file, without any bytes.</summary>
    public static FileStream CreateFile(int bufferSize)
    {
        var path = Path.Combine(Path.GetTempPath(), $"cadence-import-{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = bufferSize,
            Options = FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var copy = new FileStream(path, options);
        File.Delete(path);
        return copy;
    }

    private static async ValueTask<int> ReadAsync(
        Stream source, byte[] block, Stream copy, string fileName, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await source.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not SellsyImportException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, fileName, copy.Position.ToString(CultureInfo.InvariantCulture));
        }
    }
}
