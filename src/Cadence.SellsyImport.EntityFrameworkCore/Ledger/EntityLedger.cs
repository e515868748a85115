using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>The ledger in the tables of <see cref="LedgerModel"/>.</summary>
/// <param name="contexts">Gives the context of each call.</param>
/// <param name="time">The clock of the leases, which is read while the lock is held.</param>
internal sealed class EntityLedger(IContexts contexts, TimeProvider time) : ISeparateLedger
{
    private const int ImportsPerPage = 256;

    public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return await contexts.WriteAsync(context => StartAsync(new(context, cancellationToken), start), cancellationToken).ConfigureAwait(false);
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

        await contexts.WriteAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                var import = await tables.FindAsync(importId).ConfigureAwait(false);
                if (import?.LeaseToken != leaseToken)
                {
                    throw TakenOver(importId);
                }

                if (import.IsHeldBy(leaseToken))
                {
                    // An interrupted undo resumes when it is called again, so its import keeps the state of one that is being undone.
                    var isUndoing = import.State == ImportState.Undoing && state != ImportState.Undone;
                    import.End(isUndoing ? ImportState.Undoing : state, isUndoing ? null : endedAt);
                    await tables.SaveAsync(import).ConfigureAwait(false);
                }

                return state;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await contexts.WriteAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                if (await tables.FindAsync(importId).ConfigureAwait(false) is not { } import)
                {
                    return null;
                }

                if (import.RequestCancel(request))
                {
                    await tables.SaveAsync(import).ConfigureAwait(false);
                }

                return await tables.KnownAsync(import).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (StoredImport? last = null; ;)
        {
            var page = await contexts.ReadAsync(
                context => new LedgerTables(context, cancellationToken).PageAsync(filter, last, ImportsPerPage), cancellationToken).ConfigureAwait(false);
            foreach (var (import, inDoubt) in page)
            {
                yield return import.ToImport(inDoubt);
            }

            if (page.Count < ImportsPerPage)
            {
                yield break;
            }

            last = page[^1].Import;
        }
    }

    public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                return await tables.FindAsync(importId).ConfigureAwait(false) is { } found ? await tables.KnownAsync(found).ConfigureAwait(false) : null;
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(context => new LedgerTables(context, cancellationToken).PlanAsync(importId), cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        await contexts.WriteAsync(
            context => new LedgerTables(context, cancellationToken).ReplacePlanAsync(importId, plan.ToArray(), replacement.ToArray()),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await contexts.WriteAsync(
            context => new LedgerTables(context, cancellationToken).ReplaceContentAsync(batch, content.ToArray()), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        await contexts.WriteAsync(context => new LedgerTables(context, cancellationToken).PurgeAsync(before.UtcDateTime), cancellationToken).ConfigureAwait(false);

    public async ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        return await contexts.WriteAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                var import = await HeldAsync(tables, batch, lease).ConfigureAwait(false);
                var there = await tables.RecordAsync(import, batch.Number).ConfigureAwait(false);
                if (there?.Stage is null or BatchStage.Begun)
                {
                    import.RequireNotCancelled();
                }

                if (there is null)
                {
                    await tables.AddAsync(import, batch).ConfigureAwait(false);
                }

                await tables.SaveAsync(import).ConfigureAwait(false);
                return there?.ToRecord(batch.ImportId);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        await contexts.WriteAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                var import = await HeldAsync(tables, batch, lease).ConfigureAwait(false);
                var stage = await tables.StageAsync(import, batch.Number).ConfigureAwait(false);
                if (batch.Stage != BatchStage.Written || stage is null or BatchStage.Begun)
                {
                    if (batch.Stage == BatchStage.Written && stage is null)
                    {
                        import.RequireNotCancelled();
                    }

                    await (stage is null ? tables.AddAsync(import, batch) : tables.ReplaceAsync(import, batch)).ConfigureAwait(false);
                    if (batch.Stage == BatchStage.Written)
                    {
                        import.Advance(batch.Number, batch.Counts!);
                    }
                }

                await tables.SaveAsync(import).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                return await tables.FindAsync(importId).ConfigureAwait(false) is { } import
                    ? (await tables.NewestAsync(import).ConfigureAwait(false))?.ToRecord(importId)
                    : null;
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(
            async context =>
            {
                var records = await new LedgerTables(context, cancellationToken).RecordsAsync(importId, first, last).ConfigureAwait(false);
                return records.Select(record => record.ToRecord(importId)).ToImmutableArray();
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await contexts.WriteAsync(
            async context =>
            {
                var tables = new LedgerTables(context, cancellationToken);
                if (await tables.FindAsync(importId).ConfigureAwait(false) is not { } import)
                {
                    return null;
                }

                var now = time.GetUtcNow();
                if (import.State != ImportState.Undone && import.GivesWayTo(lease, takeOverFrom, now))
                {
                    import.Take(lease.TakenAt(now), ImportState.Undoing);
                    await tables.SaveAsync(import).ConfigureAwait(false);
                }

                return await tables.KnownAsync(import).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<LedgerImport> StartAsync(LedgerTables tables, ImportStart start)
    {
        var now = time.GetUtcNow();
        var import = await tables.FindAsync(start.Import.ImportId).ConfigureAwait(false) ?? await tables.FindByPlanAsync(start).ConfigureAwait(false);
        if (import is null)
        {
            import = StoredImport.Of(start);
            import.Take(start.Lease.TakenAt(now), ImportState.Running);
            await tables.AddAsync(import, start.Plan).ConfigureAwait(false);
            return import.ToImport(hasBatchInDoubt: false);
        }

        var found = await tables.KnownAsync(import).ConfigureAwait(false);
        if (import.State is not (ImportState.Running or ImportState.Interrupted)
            || import.PlanHash != start.PlanHash
            || !import.GivesWayTo(start.Lease, start.TakeOverFrom, now))
        {
            return found;
        }

        if (found.Batches == 0 && !found.HasBatchInDoubt)
        {
            await tables.SetPlanAsync(import, start.Plan).ConfigureAwait(false);
        }

        import.Take(start.Lease.TakenAt(now), ImportState.Running);
        await tables.SaveAsync(import).ConfigureAwait(false);
        return import.ToImport(found.HasBatchInDoubt);
    }

    /// <summary>The import of a batch, with its lease renewed if the caller holds it.</summary>
    private async Task<StoredImport> HeldAsync(LedgerTables tables, BatchRecord batch, LeaseRequest lease)
    {
        var import = await tables.FindAsync(batch.ImportId).ConfigureAwait(false);
        if (import?.IsHeldBy(lease.Token) != true)
        {
            throw TakenOver(batch.ImportId);
        }

        import.Renew(lease.TakenAt(time.GetUtcNow()));
        if (batch.Next is { } next)
        {
            import.ContinueAt(next);
        }

        return import;
    }

    private static SellsyImportException TakenOver(string importId) => new(ErrorCodes.ImportTakenOver, importId);
}
