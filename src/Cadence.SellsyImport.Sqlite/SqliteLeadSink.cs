using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// The store of leads and the ledger in a SQLite database. SQLite has no asynchronous calls, so the work runs on the thread pool.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock of the leases, which is read within a transaction; the system's by default.</param>
internal sealed class SqliteLeadSink(SqliteDatabase database, TimeProvider? time = null) : ILeadSink, IUndoLedger, IStoreCheck
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private const int BatchesReadAtOnce = 64;

    public bool RemembersBatches => true;

    public bool KeepsSellsyAccounts => true;

    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await database.CheckAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        FindExistingAsync("", sellsyContactIds, cancellationToken);

    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => session.Leads.Find(sellsyAccount, sellsyContactIds), cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await database.WriteAsync(session => BatchWriter.Write(session, batch, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        ReadLeadsAsync("", sellsyContactIds, cancellationToken);

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Reader.Read(sellsyAccount, sellsyContactIds).Select(stored => stored.Lead).ToImmutableArray(),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return await database.WriteAsync(session => Leases.Start(session, start, _time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Func<SqliteSession, ImmutableArray<LeadEntryOutcome>> write = session => BatchWriter.Write(session, batch, _time, cancellationToken);
        var writing = batch.Leads.Entries.All(entry => entry.Before is null)
            ? database.AddLeadsAsync(write, cancellationToken)
            : database.WriteAsync(write, cancellationToken);
        return await writing.ConfigureAwait(false);
    }

    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default)
    {
        if (state is not (ImportState.Finished or ImportState.Interrupted or ImportState.Ended))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "An import ends as finished, interrupted or ended.");
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
            session => Leases.RequestCancel(session, importId, request),
            cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var import in await database.ReadAsync(session => session.Imports.All(filter), cancellationToken).ConfigureAwait(false))
        {
            yield return import;
        }
    }

    public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => session.Imports.Find(importId)?.Import, cancellationToken).ConfigureAwait(false);

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

    public async IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(
        string sellsyAccount,
        string sellsyContactId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(session => Forgetting.RowsOf(session, sellsyAccount, sellsyContactId), cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public async ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(session => Forgetting.Forget(session, sellsyAccount, sellsyContactId), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<StoredBatch> ReadBatchesAsync(
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<StoredBatch> batches;
        var last = 0;
        do
        {
            batches = await database.ReadAsync(session => session.Batches.Next(importId, last, BatchesReadAtOnce), cancellationToken).ConfigureAwait(false);
            foreach (var batch in batches)
            {
                last = batch.Number;
                yield return batch;
            }
        }
        while (batches.Count == BatchesReadAtOnce);
    }

    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await database.WriteAsync(
            session => Leases.StartUndo(session, importId, lease, takeOverFrom, _time.GetUtcNow()),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => Undoing.Read(session, importId), cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await database.WriteAsync(
            session => Undoing.TryUndo(session, batch, _time, cancellationToken),
            isUndone => isUndone,
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await database.WriteAsync(session => Undoing.End(session, importId, leaseToken, endedAt), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<UndoEntry> ReadUndoneAsync(
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = int.MaxValue;
        do
        {
            (number, var entries) = await database.ReadAsync(session => session.Batches.NextUndone(importId, number), cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                yield return entry;
            }
        }
        while (number > 0);
    }
}
