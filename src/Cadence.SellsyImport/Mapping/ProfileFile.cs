using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Reads profiles from files, and writes them so that a file is always whole.</summary>
internal static class ProfileFile
{
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<ImportProfile> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var bytes = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return ProfileJson.Parse(StrictUtf8.GetString(WithoutByteOrderMark(bytes)), name);
        }
        catch (DecoderFallbackException exception)
        {
            throw ProfileJson.Unreadable(name, ProfileFault.NoUtf8, exception.Index + 1);
        }
    }

    public static async Task SaveAsync(string path, string json, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
            {
                await stream.WriteAsync(StrictUtf8.GetBytes(json + "\n"), cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Remove(temporary);
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, path);
        }
        catch (OperationCanceledException)
        {
            Remove(temporary);
            throw;
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = ExportFile.Open(path);
            if (stream.Length > MostBytes)
            {
                throw ProfileJson.Unreadable(Path.GetFileName(path), ProfileFault.TooLong, stream.Length, MostBytes);
            }

            var bytes = new byte[stream.Length];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            // A pipe does not support being asked for its length.
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0");
        }
    }

    private static void Remove(string temporary)
    {
        if (File.Exists(temporary))
        {
            File.Delete(temporary);
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
