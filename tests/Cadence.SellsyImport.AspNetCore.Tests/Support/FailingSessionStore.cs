using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The store of the sessions of a host, some writes of which fail.</summary>
internal sealed class FailingSessionStore(IImportSessionStore store) : IImportSessionStore
{
    private int _failures;

    /// <summary>The document whose next writes fail.</summary>
    public string Document { get; set; } = "";

    /// <summary>How they fail.</summary>
    public Exception Failure { get; set; } = new IOException("The disk is full.");

    /// <summary>How many of them.</summary>
    public int Failures
    {
        get => Volatile.Read(ref _failures);
        set => Volatile.Write(ref _failures, value);
    }

    /// <summary>Called after a write of that document that was stored or failed.</summary>
    public Action OnWrite { get; set; } = () => { };

    public ValueTask<SessionDocument?> ReadAsync(string sessionId, string document, CancellationToken cancellationToken = default) =>
        store.ReadAsync(sessionId, document, cancellationToken);

    public async ValueTask<long?> WriteAsync(
        string sessionId, string document, ReadOnlyMemory<byte> bytes, long? expectedVersion, CancellationToken cancellationToken = default)
    {
        if (document != Document)
        {
            return await store.WriteAsync(sessionId, document, bytes, expectedVersion, cancellationToken);
        }

        try
        {
            return Interlocked.Decrement(ref _failures) >= 0
                ? throw Failure
                : await store.WriteAsync(sessionId, document, bytes, expectedVersion, cancellationToken);
        }
        finally
        {
            OnWrite();
        }
    }

    public ValueTask DeleteAsync(string sessionId, CancellationToken cancellationToken = default) => store.DeleteAsync(sessionId, cancellationToken);

    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken = default) => store.ReadAllAsync(cancellationToken);
}
