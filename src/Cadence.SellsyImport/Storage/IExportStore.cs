namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Stores uploaded files, so that every server of a host can read them. A file is written in pieces by one upload and then only read. Its
/// exceptions propagate. Thread-safe, also between servers.
/// </summary>
public interface IExportStore
{
    /// <summary>Begins a file.</summary>
    /// <param name="file">What is known of it; its id is new.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the file is there, with no bytes.</returns>
    ValueTask CreateAsync(StoredFile file, CancellationToken cancellationToken = default);

    /// <summary>What is known of a file, with the bytes that have arrived.</summary>
    /// <param name="fileId">Its id, or any other text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file, or <see langword="null"/> if there is none.</returns>
    ValueTask<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken = default);

    /// <summary>Appends a piece, whole or not at all.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="offset">Where the piece starts: the number of bytes that have arrived.</param>
    /// <param name="piece">The bytes; at best 1 MiB.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of bytes that have arrived now. If it was not <paramref name="offset"/>, nothing was appended.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    ValueTask<long> AppendAsync(string fileId, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken = default);

    /// <summary>Opens a file for reading.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A stream that can seek, with the bytes that have arrived.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    ValueTask<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file. Does nothing if it does not exist.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    ValueTask DeleteAsync(string fileId, CancellationToken cancellationToken = default);

    /// <summary>All files, in any order.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The files.</returns>
    IAsyncEnumerable<StoredFile> ReadAllAsync(CancellationToken cancellationToken = default);
}
