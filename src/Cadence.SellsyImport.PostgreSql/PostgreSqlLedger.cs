using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The ledger of a sink that is elsewhere, in a schema of a PostgreSQL database.</summary>
/// <param name="database">The database; it is closed with the ledger.</param>
/// <param name="time">The clock of the leases, which is read within a transaction that holds the <see cref="SchemaWriteLock"/>.</param>
internal sealed class PostgreSqlLedger(PostgreSqlDatabase database, TimeProvider time) : ISeparateLedger, IStoreCheck, IDisposable, IAsyncDisposable
{
    private readonly Statements _statements = database.Statements;
    private readonly PostgreSqlLeadSink _imports = new(database, time);

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
        _imports.StartAsync(start, cancellationToken);

    public ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        _imports.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        _imports.RequestCancelAsync(importId, request, cancellationToken);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        _imports.ReadImportsAsync(filter, cancellationToken);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        _imports.FindImportAsync(importId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        _imports.ReadPlanAsync(importId, cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => _imports.CheckAsync(cancellationToken);

    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        _imports.ReplacePlanAsync(importId, plan, replacement, cancellationToken);

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => _imports.PurgeAsync(before, cancellationToken);

    public async ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await new WriteTransaction<bool>(
            database,
            connection => ForgetCommands.ReplaceContentAsync(connection, _statements.Forget, batch, content, cancellationToken),
            async connection =>
            {
                var there = await FindAsync(connection, batch, CancellationToken.None).ConfigureAwait(false);
                return new(there?.Content.Span.SequenceEqual(content.Span) == true, true);
            }).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) =>
        _imports.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken);

    public async ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        BatchRecord? there = null;
        return await new WriteTransaction<BatchRecord?>(
            database,
            async connection =>
            {
                there = await FindAsync(connection, batch, cancellationToken).ConfigureAwait(false);
                await SetAsync(connection, batch, lease, isStored: there is null, mayStop: there is null or { Stage: BatchStage.Begun }, cancellationToken).ConfigureAwait(false);
                return there;
            },
            async connection => new(await FindAsync(connection, batch, CancellationToken.None).ConfigureAwait(false) is not null, there))
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        var stored = batch with { Counts = null, Next = null };
        await new WriteTransaction<bool>(
            database,
            async connection =>
            {
                var there = batch.Stage == BatchStage.Written ? await FindAsync(connection, batch, cancellationToken).ConfigureAwait(false) : null;
                var isStored = there is null or { Stage: BatchStage.Begun };
                var mayStop = batch.Stage == BatchStage.Written && there is null;
                await SetAsync(connection, batch, lease, isStored, mayStop, cancellationToken).ConfigureAwait(false);
                return true;
            },
            async connection => new(await FindAsync(connection, batch, CancellationToken.None).ConfigureAwait(false) == stored, true))
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => RecordCommands.FindNewestAsync(connection, _statements.Records, importId, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => RecordCommands.ReadAsync(connection, _statements.Records, importId, first, last, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public void Dispose() => database.Dispose();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<BatchRecord?> FindAsync(NpgsqlConnection connection, BatchRecord batch, CancellationToken cancellationToken) =>
        RecordCommands.FindAsync(connection, _statements.Records, batch.ImportId, batch.Number, cancellationToken);

    /// <summary>Renews the lease, if the caller holds it, and stores the batch. Where it may stop, the batch is refused if that was asked for.</summary>
    private async Task SetAsync(
        NpgsqlConnection connection, BatchRecord batch, LeaseRequest lease, bool isStored, bool mayStop, CancellationToken cancellationToken)
    {
        var import = await ImportCommands.FindAsync(connection, _statements.Ledger, batch.ImportId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, batch.ImportId);
        import.RequireLease(lease.Token);
        if (mayStop)
        {
            import.RequireNotCancelled();
        }

        await RecordCommands.SetAsync(
            connection,
            _statements,
            import.Number,
            isStored ? batch : null,
            lease.TakenAt(time.GetUtcNow()),
            cancellationToken).ConfigureAwait(false);
    }
}
