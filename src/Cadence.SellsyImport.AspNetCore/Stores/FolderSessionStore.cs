using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.AspNetCore.Stores;

/// <summary>Sessions in a folder that all servers share: a file for each document, its version before its bytes.</summary>
internal sealed class FolderSessionStore(PrivateFolder folder, TimeProvider time) : IImportSessionStore
{
    public async ValueTask<SessionDocument?> ReadAsync(string sessionId, string document, CancellationToken cancellationToken = default)
    {
        if (!PrivateFolder.IsId(sessionId) || !File.Exists(folder.PathOf(sessionId, document)))
        {
            return null;
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(folder.PathOf(sessionId, document), cancellationToken).ConfigureAwait(false);
            return new(bytes.AsMemory(sizeof(long)), BinaryPrimitives.ReadInt64LittleEndian(bytes));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public async ValueTask<long?> WriteAsync(
        string sessionId, string document, ReadOnlyMemory<byte> bytes, long? expectedVersion, CancellationToken cancellationToken = default)
    {
        using var held = await folder.LockAsync(sessionId, time, cancellationToken).ConfigureAwait(false);
        var version = (await ReadAsync(sessionId, document, cancellationToken).ConfigureAwait(false))?.Version ?? 0;
        if (expectedVersion is { } expected && expected != version)
        {
            return null;
        }

        var written = new byte[sizeof(long) + bytes.Length];
        BinaryPrimitives.WriteInt64LittleEndian(written, version + 1);
        bytes.CopyTo(written.AsMemory(sizeof(long)));
        folder.Replace(folder.PathOf(sessionId, document), written);
        return version + 1;
    }

    public ValueTask DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        folder.Delete(sessionId);
        return default;
    }

    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var id in folder.IdsOf(SessionDocuments.State).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }
    }
}
