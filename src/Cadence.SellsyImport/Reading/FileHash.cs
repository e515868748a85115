using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Cadence.SellsyImport.Reading;

/// <summary>Hashes the bytes of a file, which bind a plan to it.</summary>
internal static class FileHash
{
    private const int BufferSize = 1 << 18;

    /// <summary>
    /// Hashes on a thread of its own, so that the file can be surveyed at the same time on all threads of the pool; a file of one block is not
    /// worth another thread.
    /// </summary>
    public static async Task<string> OfAsync(ImportSource source, long length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellationToken.ThrowIfCancellationRequested();
        return length <= BufferSize
            ? await HashAsync(source, cancellationToken).ConfigureAwait(false)
            : await Task.Factory.StartNew(() => HashAsync(source, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .Unwrap().ConfigureAwait(false);
    }

    private static async Task<string> HashAsync(ImportSource source, CancellationToken cancellationToken)
    {
        var stream = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            var total = 0L;
            try
            {
                int read;
                while ((read = await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    hash.AppendData(buffer.AsSpan(0, read));
                    total += read;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, source.Name, total.ToString(CultureInfo.InvariantCulture));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Stays on its thread where nothing is waited for.</summary>
    private static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        if (!SourceWindow.ReadsAtOnce(stream))
        {
            return stream.ReadAsync(buffer, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new(stream.Read(buffer));
    }
}
