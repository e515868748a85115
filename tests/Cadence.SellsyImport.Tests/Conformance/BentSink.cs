using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

/// <summary>A store in memory that breaks its contract in one way, to see that the suite notices.</summary>
internal sealed class BentSink : ILeadSink
{
    private readonly InMemoryLeadSink _inner = new();
    private int _calls;

    public InMemoryLeadSink Inner => _inner;

    public bool RemembersBatches => true;

    public Func<LeadBatch, int, LeadBatch> Store { get; init; } = (batch, _) => batch;

    public Func<ImmutableArray<LeadEntryOutcome>, ImmutableArray<LeadEntryOutcome>> Answer { get; init; } = outcomes => outcomes;

    public Func<ImmutableArray<ExistingLead>, ImmutableArray<ExistingLead>> Find { get; init; } = found => found;

    public bool IgnoresCancellation { get; init; }

    public bool StoresTheStartOfABadBatch { get; init; }

    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        Find(await _inner.FindExistingAsync(sellsyContactIds, Token(cancellationToken)));

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        var bad = batch.Entries.FirstOrDefault(entry => entry.Lead.SellsyContactId is null);
        if (StoresTheStartOfABadBatch && bad is not null)
        {
            await _inner.AddAsync(batch with { Number = 1_000, Entries = batch.Entries[..batch.Entries.IndexOf(bad)] }, cancellationToken);
        }

        return Answer(await _inner.AddAsync(Store(batch, Interlocked.Increment(ref _calls)), Token(cancellationToken)));
    }

    private CancellationToken Token(CancellationToken cancellationToken) => IgnoresCancellation ? CancellationToken.None : cancellationToken;
}
