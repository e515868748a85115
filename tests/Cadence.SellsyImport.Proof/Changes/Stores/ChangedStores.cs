using Cadence.SellsyImport.PostgreSql.Tests.Support;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>Makes the stores of one kind; for PostgreSQL it starts a server, which ends with it.</summary>
internal sealed class ChangedStores : IAsyncDisposable
{
    private readonly ServerProcess? _server;
    private readonly string _kind;

    private ChangedStores(string kind, ServerProcess? server)
    {
        _kind = kind;
        _server = server;
    }

    /// <returns>The stores, or none where the server is not installed.</returns>
    public static async Task<ChangedStores?> OpenAsync(string kind) => kind switch
    {
        "memory" or "sqlite" => new(kind, server: null),
        "postgresql" => ServerBinaries.Find() is { } binaries
            ? new(kind, await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests).ConfigureAwait(false))
            : null,
        _ => throw new ArgumentException($"The store is {kind}; memory, sqlite or postgresql is expected.", nameof(kind)),
    };

    public IChangedStore New() => _kind switch
    {
        "memory" => new MemoryStore(),
        "sqlite" => new SqliteStore(),
        _ => new PostgreSqlStore(_server!.ConnectionString),
    };

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
