using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A store whose plans were damaged.</summary>
internal sealed class LostPlanSink(InMemoryLedgerSink inner) : ILeadSink, IImportLedger
{
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> ids, CancellationToken cancellationToken = default) =>
        inner.FindExistingAsync(ids, cancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        inner.AddAsync(batch, cancellationToken);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken = default) =>
        inner.ReadLeadsAsync(ids, cancellationToken);

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
        inner.StartAsync(start, cancellationToken);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(batch, cancellationToken);

    public ValueTask EndAsync(string importId, string leaseToken, ImportState state, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
        inner.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        inner.RequestCancelAsync(importId, request, cancellationToken);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) => inner.ReadImportsAsync(filter, cancellationToken);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        inner.FindImportAsync(importId, cancellationToken);

    public async ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        (await inner.ReadPlanAsync(importId, cancellationToken))[..^1];

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
        inner.ReadBatchesAsync(importId, cancellationToken);
}
