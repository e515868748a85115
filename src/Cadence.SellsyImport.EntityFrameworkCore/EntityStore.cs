using System.Collections.Immutable;
using Cadence.SellsyImport.EntityFrameworkCore.Leads;
using Cadence.SellsyImport.EntityFrameworkCore.Ledger;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>Leads and ledger in the database of the host. A batch, or the undo of one, is one transaction with all that it does.</summary>
/// <param name="contexts">Gives each call a new context.</param>
/// <param name="sinkOf">The sink over given contexts.</param>
/// <param name="time">The clock of the leases.</param>
internal sealed class EntityStore(IContexts contexts, Func<IContexts, IEntitySink> sinkOf, TimeProvider time)
    : IAnsweringLeadSink, ILeadUpdater, ILeadRemover, IUndoLedger, IStoreCheck
{
    private readonly IEntitySink _sink = sinkOf(contexts);
    private readonly IUndoLedger _ledger = new EntityLedger(contexts, time).Beside(sinkOf(contexts));

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        _sink.FindExistingAsync(sellsyContactIds, cancellationToken);

    public ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        _sink.AddLeadsAsync(batch, cancellationToken);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        _sink.ReadLeadsAsync(sellsyContactIds, cancellationToken);

    public ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        _sink.UpdateAsync(batch, cancellationToken);

    public ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        _sink.RemoveAsync(import, leads, cancellationToken);

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) => _ledger.StartAsync(start, cancellationToken);

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        [.. (await WriteLeadsAsync(batch, cancellationToken).ConfigureAwait(false)).Select(answer => answer.Outcome)];

    public async ValueTask<ImmutableArray<LeadAnswer>> WriteLeadsAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        await InOneTransactionAsync(
            batch.Leads.Import.ImportId, state => state == ImportState.Running, ledger => ledger.WriteLeadsAsync(batch, cancellationToken), cancellationToken).ConfigureAwait(false);

    public ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        _ledger.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        _ledger.RequestCancelAsync(importId, request, cancellationToken);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        _ledger.ReadImportsAsync(filter, cancellationToken);

    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        _ledger.ReplacePlanAsync(importId, plan, replacement, cancellationToken);

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => _ledger.PurgeAsync(before, cancellationToken);

    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        _ledger.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken);

    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        _ledger.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        _ledger.FindImportAsync(importId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        _ledger.ReadPlanAsync(importId, cancellationToken);

    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        _ledger.ReadBatchesAsync(importId, cancellationToken);

    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) =>
        _ledger.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken);

    public ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        _ledger.ReadUndoableAsync(importId, cancellationToken);

    public async ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default) =>
        await InOneTransactionAsync(
            batch.ImportId,
            state => state == ImportState.Undoing,
            async ledger => await HoldsAsync(ledger, batch, cancellationToken).ConfigureAwait(false)
                && await ledger.UndoAsync(batch, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await InOneTransactionAsync(
            importId,
            state => state is ImportState.Undoing or ImportState.Undone,
            ledger => ledger.EndUndoAsync(importId, leaseToken, endedAt, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) =>
        _ledger.ReadUndoneAsync(importId, cancellationToken);

    public async ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        // It asks for the right to write, but matches no row: so it does not wait for an import.
        await contexts.ReadAsync(
            context => context.Set<WriteLock>().Where(one => one.Id < 0).ExecuteUpdateAsync(set => set.SetProperty(one => one.Writes, 0), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        await _ledger.FindImportAsync("", cancellationToken).ConfigureAwait(false);
        await _sink.ReadLeadsAsync([""], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether each lead to be removed or restored stands as it was read when that was decided.</summary>
    private static async Task<bool> HoldsAsync(IUndoLedger ledger, UndoBatch batch, CancellationToken cancellationToken)
    {
        var decided = batch.Leads.Where(lead => lead.Current is not null).ToList();
        var current = (await ledger.ReadLeadsAsync([.. decided.Select(lead => lead.SellsyContactId)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal);
        return decided.TrueForAll(lead =>
            current.TryGetValue(lead.SellsyContactId, out var now)
            && now.Version == lead.Current!.Version
            && (lead.Outcome != UndoOutcome.Removed || now.RunningCadences.IsEmpty));
    }

    private Task<T> InOneTransactionAsync<T>(
        string importId,
        Func<ImportState?, bool> isRight,
        Func<IUndoLedger, ValueTask<T>> work,
        CancellationToken cancellationToken) => contexts.WriteAsync(
        async context =>
        {
            var one = new OneContext(context);
            var ledger = new EntityLedger(one, time).Beside(sinkOf(one));
            if (!isRight((await ledger.FindImportAsync(importId, cancellationToken).ConfigureAwait(false))?.State))
            {
                throw new SellsyImportException(ErrorCodes.ImportTakenOver, importId);
            }

            return await work(ledger).ConfigureAwait(false);
        },
        cancellationToken);
}
