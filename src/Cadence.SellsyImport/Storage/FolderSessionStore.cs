using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Sessions in a folder, which several servers may share: a file for each document, its version before its bytes. Only the user of the service can read
/// them. Thread-safe.
/// </summary>
/// <param name="folder">The folder, for nothing else; it is created if it does not exist.</param>
/// <param name="time">The clock of the waits for another writer; by default that of the system.</param>
public sealed class FolderSessionStore(string folder, TimeProvider? time = null) : IImportSessionStore
{
    private readonly PrivateFolder _folder = new(folder, time ?? TimeProvider.System);

    /// <inheritdoc/>
    public async ValueTask<SessionDocument?> ReadAsync(string sessionId, string document, CancellationToken cancellationToken = default)
    {
        if (!PrivateFolder.IsId(sessionId))
        {
            return null;
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(_folder.PathOf(sessionId, document), cancellationToken).ConfigureAwait(false);
            return new(bytes.AsMemory(sizeof(long)), BinaryPrimitives.ReadInt64LittleEndian(bytes));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long?> WriteAsync(
        string sessionId, string document, ReadOnlyMemory<byte> bytes, long? expectedVersion, CancellationToken cancellationToken = default)
    {
        using var held = await _folder.LockAsync(sessionId, cancellationToken).ConfigureAwait(false);
        var version = (await ReadAsync(sessionId, document, cancellationToken).ConfigureAwait(false))?.Version ?? 0;
        if (expectedVersion is { } expected && expected != version)
        {
            return null;
        }

        var written = new byte[sizeof(long) + bytes.Length];
        BinaryPrimitives.WriteInt64LittleEndian(written, version + 1);
        bytes.CopyTo(written.AsMemory(sizeof(long)));
        PrivateFolder.Replace(_folder.PathOf(sessionId, document), written);
        return version + 1;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        _folder.Delete(sessionId);
        return default;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var id in _folder.Ids("*"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }
    }
}
