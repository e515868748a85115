using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Uploaded files in a folder, which several servers may share: the bytes, and beside them what is known of the file. Only the user of the service
/// can read them. Thread-safe.
/// </summary>
/// <param name="folder">The folder, for nothing else; it is created if it does not exist.</param>
/// <param name="time">The clock of the waits for another writer; by default that of the system.</param>
public sealed class FolderExportStore(string folder, TimeProvider? time = null) : IExportStore
{
    private const string Bytes = "export";
    private const string Facts = "file";

    private readonly PrivateFolder _folder = new(folder, time ?? TimeProvider.System);

    /// <inheritdoc/>
    public ValueTask CreateAsync(StoredFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        PrivateFolder.Create(_folder.PathOf(file.Id, Bytes), FileMode.CreateNew).Dispose();
        PrivateFolder.Replace(_folder.PathOf(file.Id, Facts), JsonSerializer.SerializeToUtf8Bytes(file with { Received = 0 }, StoredFileJson.Default.StoredFile));
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken = default)
    {
        if (!PrivateFolder.IsId(fileId))
        {
            return null;
        }

        try
        {
            var facts = await File.ReadAllBytesAsync(_folder.PathOf(fileId, Facts), cancellationToken).ConfigureAwait(false);
            var received = new FileInfo(_folder.PathOf(fileId, Bytes)).Length;
            return JsonSerializer.Deserialize(facts, StoredFileJson.Default.StoredFile)! with { Received = received };
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long> AppendAsync(string fileId, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken = default)
    {
        using var held = await _folder.LockAsync(fileId, cancellationToken).ConfigureAwait(false);
        using var file = PrivateFolder.Create(_folder.PathOf(fileId, Bytes), FileMode.Open, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length != offset)
        {
            return file.Length;
        }

        try
        {
            file.Position = offset;
            await file.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.SetLength(offset);
            throw;
        }

        return file.Length;
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default) =>
        new(new FileStream(_folder.PathOf(fileId, Bytes), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string fileId, CancellationToken cancellationToken = default)
    {
        _folder.Delete(fileId);
        return default;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredFile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var id in _folder.Ids(Facts))
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } file)
            {
                yield return file;
            }
        }
    }
}
