using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A store in memory whose answers are bent before they are given.</summary>
internal sealed class BentLedger(InMemoryLedgerSink inner) : ILeadSink, IUndoLedger
{
    private ImportStart? _start;

    public Func<ImmutableArray<LeadEntryOutcome>, ImmutableArray<LeadEntryOutcome>> Outcomes { get; set; } = answer => answer;

    public Func<ImmutableArray<LeadVersion>, ImmutableArray<LeadVersion>> Leads { get; set; } = answer => answer;

    public Func<LedgerImport, LedgerImport> Imports { get; set; } = answer => answer;

    public Func<StoredBatch, StoredBatch> Batches { get; set; } = answer => answer;

    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Plans { get; set; } = answer => answer;

    /// <summary>Is called after a batch was written, with the start of its import.</summary>
    public Func<ImportStart, LedgerBatch, Task> Written { get; set; } = (_, _) => Task.CompletedTask;

    public Func<UndoableBatch?, UndoableBatch?> Undoable { get; set; } = answer => answer;

    public Func<UndoEntry, UndoEntry> Undone { get; set; } = answer => answer;

    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> ids, CancellationToken cancellationToken = default) =>
        await inner.FindExistingAsync(ids, cancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        inner.AddAsync(batch, cancellationToken);

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken = default) =>
        Leads(await inner.ReadLeadsAsync(ids, cancellationToken));

    public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        _start = start;
        return Imports(await inner.StartAsync(start, cancellationToken));
    }

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        var outcomes = await inner.WriteAsync(batch, cancellationToken);
        await Written(_start!, batch);
        return Outcomes(outcomes);
    }

    public ValueTask EndAsync(string importId, string leaseToken, ImportState state, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
        inner.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        inner.RequestCancelAsync(importId, request, cancellationToken);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        inner.ReadImportsAsync(filter, cancellationToken).Select(import => Imports(import));

    public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        await inner.FindImportAsync(importId, cancellationToken) is { } import ? Imports(import) : null;

    public async ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        Plans(await inner.ReadPlanAsync(importId, cancellationToken));

    public ValueTask<bool> ReplacePlanAsync(
        string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken = default) =>
        inner.ReplacePlanAsync(importId, plan, replacement, cancellationToken);

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        inner.PurgeAsync(before, cancellationToken);

    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        inner.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken);

    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        inner.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken);

    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        inner.ReadBatchesAsync(importId, cancellationToken).Select(batch => Batches(batch));

    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) =>
        await inner.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken) is { } import ? Imports(import) : null;

    public async ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        Undoable(await inner.ReadUndoableAsync(importId, cancellationToken));

    public ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default) => inner.UndoAsync(batch, cancellationToken);

    public ValueTask<UndoneCompanies> EndUndoAsync(string importId, string leaseToken, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
        inner.EndUndoAsync(importId, leaseToken, endedAt, cancellationToken);

    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) =>
        inner.ReadUndoneAsync(importId, cancellationToken).Select(entry => Undone(entry));
}
