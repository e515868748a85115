using System.Collections.Concurrent;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

internal sealed class MemoryExports : IExportStore
{
    private readonly ConcurrentDictionary<string, (StoredFile File, MemoryStream Bytes)> _files = [];

    public ValueTask CreateAsync(StoredFile file, CancellationToken cancellationToken = default)
    {
        _files[file.Id] = (file, new());
        return default;
    }

    public ValueTask<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken = default) =>
        new(_files.TryGetValue(fileId, out var found) ? found.File with { Received = found.Bytes.Length } : null);

    public async ValueTask<long> AppendAsync(string fileId, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken = default)
    {
        await _files[fileId].Bytes.WriteAsync(piece, cancellationToken);
        return _files[fileId].Bytes.Length;
    }

    public ValueTask<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default) => new(new MemoryStream(_files[fileId].Bytes.ToArray()));

    public ValueTask DeleteAsync(string fileId, CancellationToken cancellationToken = default)
    {
        _files.TryRemove(fileId, out _);
        return default;
    }

    public IAsyncEnumerable<StoredFile> ReadAllAsync(CancellationToken cancellationToken = default) => _files.Values.Select(file => file.File).ToAsyncEnumerable();
}
