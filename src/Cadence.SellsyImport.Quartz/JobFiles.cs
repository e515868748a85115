using System.Security.Cryptography;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Copies the file of an import into the store of exports, where every node reads it.</summary>
internal static class JobFiles
{
    private const int PieceLength = 1 << 20;

    public static async Task<byte[]> HashAsync(ImportSource source, CancellationToken cancellationToken)
    {
        var stream = await source.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        return await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The id of the file, and the SHA-256 of its bytes.</returns>
    public static async Task<(string FileId, byte[] Hash)> StoreAsync(
        ImportSource source, IExportStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        var stream = await source.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        if (stream.CanSeek)
        {
            return await StoreAsync(stream, source.Name, files, time, cancellationToken).ConfigureAwait(false);
        }

        // The store wants to know the length first.
        using var copy = await ImportSource.FromStreamAsync(source.Name, stream, cancellationToken).ConfigureAwait(false);
        var reader = await copy.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using var closingReader = reader.ConfigureAwait(false);
        return await StoreAsync(reader, source.Name, files, time, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(string FileId, byte[] Hash)> StoreAsync(
        Stream stream, string name, IExportStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        var shown = string.Concat(name.Select(character => char.IsControl(character) ? '_' : character));
        var file = new StoredFile(StoredFile.NewId(), shown, stream.Length, StoredFile.OfJobs, time.GetUtcNow(), 0);
        await files.CreateAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[PieceLength];
            long length = 0;
            while (await stream.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                hash.AppendData(piece, 0, read);
                await files.AppendAsync(file.Id, length, piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                length += read;
            }

            return length == file.Size ? (file.Id, hash.GetHashAndReset()) : throw new SellsyImportException(ErrorCodes.FileChanged, name);
        }
        catch
        {
            await files.DeleteAsync(file.Id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
