using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.Hosting;

/// <summary>Stands for the database that does not exist yet: no contact and no import is in it, and asking does not create it.</summary>
internal sealed class EmptyLeadSink : ILeadSink, IUndoLedger
{
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(ImmutableArray<ExistingLead>.Empty);

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(ImmutableArray<LeadVersion>.Empty);

    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<LedgerImport>();

    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<LedgerImport?>(null);

    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReadOnlyMemory<byte>.Empty);

    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        AsyncEnumerable.Empty<StoredBatch>();

    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) => ValueTask.FromResult<LedgerImport?>(null);

    public ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<UndoableBatch?>(null);

    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) =>
        AsyncEnumerable.Empty<UndoEntry>();

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) => throw Absent();

    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) => throw Absent();

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) => throw Absent();

    public ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) => throw Absent();

    public ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default) => throw Absent();

    public ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) => throw Absent();

    private static NotSupportedException Absent() => new("Nothing can be written without a database.");
}
