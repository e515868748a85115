namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Where an import page keeps what a person has done so far, so that a reload, a restart or another server goes on with it: documents of bytes under an id.
/// Its exceptions propagate. Thread-safe, also between servers.
/// </summary>
public interface IImportSessionStore
{
    /// <summary>Reads a document.</summary>
    /// <param name="sessionId">The session: an id of <see cref="StoredFile.NewId"/>.</param>
    /// <param name="document">The name of the document: ASCII letters.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The bytes with their version, or <see langword="null"/> if there is no such document.</returns>
    ValueTask<SessionDocument?> ReadAsync(string sessionId, string document, CancellationToken cancellationToken = default);

    /// <summary>Writes a document, whole or not at all.</summary>
    /// <param name="sessionId">The session: an id of <see cref="StoredFile.NewId"/>.</param>
    /// <param name="document">The name of the document.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="expectedVersion">The version that it must have; 0 for one that must not be there; null to write in any case.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The new version, or <see langword="null"/> where the document has another version: nothing is written then.</returns>
    ValueTask<long?> WriteAsync(
        string sessionId, string document, ReadOnlyMemory<byte> bytes, long? expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Deletes a session with all its documents. Does nothing if it does not exist.</summary>
    /// <param name="sessionId">The session: an id of <see cref="StoredFile.NewId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    ValueTask DeleteAsync(string sessionId, CancellationToken cancellationToken = default);

    /// <summary>The ids of all sessions, in any order.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The ids.</returns>
    IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken = default);
}
