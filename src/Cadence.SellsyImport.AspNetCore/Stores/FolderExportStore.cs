using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cadence.SellsyImport.AspNetCore.Stores;

/// <summary>Uploaded files in a folder that all servers share: the bytes, and beside them what is known of the file.</summary>
internal sealed class FolderExportStore(PrivateFolder folder, TimeProvider time) : IExportStore
{
    private const string Bytes = "export";
    private const string Facts = "file";

    public ValueTask CreateAsync(StoredFile file, CancellationToken cancellationToken = default)
    {
        folder.Create(folder.PathOf(file.Id, Bytes), FileMode.CreateNew).Dispose();
        folder.Replace(folder.PathOf(file.Id, Facts), JsonSerializer.SerializeToUtf8Bytes(file with { Received = 0 }, StoreJson.Default.StoredFile));
        return default;
    }

    public async ValueTask<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken = default)
    {
        if (!PrivateFolder.IsId(fileId) || !File.Exists(folder.PathOf(fileId, Facts)))
        {
            return null;
        }

        var facts = await File.ReadAllBytesAsync(folder.PathOf(fileId, Facts), cancellationToken).ConfigureAwait(false);
        var bytes = new FileInfo(folder.PathOf(fileId, Bytes));
        return bytes.Exists ? JsonSerializer.Deserialize(facts, StoreJson.Default.StoredFile)! with { Received = bytes.Length } : null;
    }

    public async ValueTask<long> AppendAsync(string fileId, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken = default)
    {
        using var held = await folder.LockAsync(fileId, time, cancellationToken).ConfigureAwait(false);
        using var file = folder.Create(folder.PathOf(fileId, Bytes), FileMode.Open);
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

    public ValueTask<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default) =>
        new(new FileStream(folder.PathOf(fileId, Bytes), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    public ValueTask DeleteAsync(string fileId, CancellationToken cancellationToken = default)
    {
        folder.Delete(fileId);
        return default;
    }

    public async IAsyncEnumerable<StoredFile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var id in folder.IdsOf(Facts).ToList())
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } file)
            {
                yield return file;
            }
        }
    }
}
