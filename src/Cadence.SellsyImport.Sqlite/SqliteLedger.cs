using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The ledger of a sink that is elsewhere, in a SQLite database of its own. The work runs on the thread pool.</summary>
/// <param name="database">The database; it is closed with the ledger.</param>
/// <param name="time">The clock of the leases, which is read within a transaction.</param>
internal sealed class SqliteLedger(SqliteDatabase database, TimeProvider time) : ISeparateLedger, IStoreCheck, IDisposable
{
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await database.CheckAsync(cancellationToken).ConfigureAwait(false);

    public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return await database.WriteAsync(
            session => Known(session, Leases.Start(session, start, time.GetUtcNow())),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default)
    {
        if (state is not (ImportState.Finished or ImportState.Interrupted or ImportState.Ended or ImportState.Undone))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "An import ends as finished, interrupted, ended or undone.");
        }

        await database.WriteAsync(
            session =>
            {
                Leases.End(session, importId, leaseToken, state, endedAt);
                return state;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await database.WriteAsync(
            session => Leases.RequestCancel(session, importId, request) is { } import ? Known(session, import) : null,
            cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var imports = await database.ReadAsync(
            session => session.Imports.All(filter).ConvertAll(import => Known(session, import)),
            cancellationToken).ConfigureAwait(false);
        foreach (var import in imports)
        {
            yield return import;
        }
    }

    public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Imports.Find(importId) is { } found ? Known(session, found.Import) : null,
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => session.Imports.Plan(importId), cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        await database.WriteAsync(session => Forgetting.ReplacePlan(session, importId, plan, replacement), cancellationToken).ConfigureAwait(false);

    public async ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(session => Forgetting.PurgeBefore(session, before), cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await database.WriteAsync(
            session =>
            {
                var isReplaced = false;
                session.OverwriteWhatIsDeleted(() =>
                    isReplaced = session.Imports.Find(batch.ImportId) is { } import && session.Records.Replace(import, batch, content.Span));
                return isReplaced;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        return await database.WriteAsync(
            session =>
            {
                var import = Renew(session, batch, lease);
                var there = session.Records.Find(import, batch.Number);
                if (there is null or { Stage: BatchStage.Begun })
                {
                    Leases.CheckNotCancelled(import);
                }

                if (there is null)
                {
                    session.Records.Set(import, batch);
                }

                return there;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        await database.WriteAsync(
            session =>
            {
                var import = Renew(session, batch, lease);
                if (batch.Stage != BatchStage.Written)
                {
                    session.Records.Set(import, batch);
                }
                else if (session.Records.Find(import, batch.Number) is var there and (null or { Stage: BatchStage.Begun }))
                {
                    if (there is null)
                    {
                        Leases.CheckNotCancelled(import);
                    }

                    session.Records.Set(import, batch);
                    session.Imports.Advance(new(import.Id, batch.Number), batch.Counts!);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Imports.Find(importId) is { } import ? session.Records.FindNewest(import) : null,
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Imports.Find(importId) is { } import ? session.Records.Read(import, first, last) : [],
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await database.WriteAsync(
            session => Leases.StartUndo(session, importId, lease, takeOverFrom, time.GetUtcNow()) is { } import ? Known(session, import) : null,
            cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => database.Dispose();

    private static LedgerImport Known(SqliteSession session, LedgerImport import) =>
        session.Records.IsInDoubt(session.Imports.Find(import.Import.ImportId)!.Id) ? import with { HasBatchInDoubt = true } : import;

    /// <summary>Renews the lease, if the caller holds it.</summary>
    private StoredImport Renew(SqliteSession session, BatchRecord batch, LeaseRequest lease)
    {
        var import = Leases.Check(session, batch.ImportId, lease.Token);
        Leases.CheckHeld(import, lease.Token, import.Import.State);
        session.Imports.Renew(import.Id, lease.TakenAt(time.GetUtcNow()), batch.Next);
        return import;
    }
}
