using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The store of a preview whose database does not exist yet: it has no lead and no import, and the preview does not create it.</summary>
internal sealed class EmptyLeadSink : ILeadSink, IImportLedger
{
    public bool KeepsSellsyAccounts => true;

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> ids, CancellationToken cancellation) => new([]);

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(string account, ImmutableArray<string> ids, CancellationToken cancellation) => new([]);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(ImmutableArray<string> ids, CancellationToken cancellation) => new([]);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(string account, ImmutableArray<string> ids, CancellationToken cancellation) => new([]);

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellation) => default;

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter, CancellationToken cancellation) => AsyncEnumerable.Empty<LedgerImport>();

    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellation) => AsyncEnumerable.Empty<StoredBatch>();

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellation) => default;

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellation) => throw Absent();

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellation) => throw Absent();

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellation) => throw Absent();

    public ValueTask EndAsync(string importId, string lease, ImportState state, DateTimeOffset endedAt, CancellationToken cancellation) => throw Absent();

    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellation) => throw Absent();

    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellation) => AsyncEnumerable.Empty<ImportedRow>();

    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellation) => throw Absent();

    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) => throw Absent();

    public ValueTask<bool> ReplacePlanAsync(
        string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement, CancellationToken cancellation) => throw Absent();

    private static NotSupportedException Absent() => new("Nothing can be written without a database.");
}
