using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Passes calls on to another sink and disturbs one of them. It counts all calls of <see cref="ILeadSink"/> together, so that a test can
/// disturb the first, the second, the third … until an import succeeds. It implements only <see cref="ILeadSink"/>, whatever the inner sink
/// implements; use <see cref="FaultInjectingLedgerSink"/> for a ledger. Thread-safe.
/// </summary>
public sealed class FaultInjectingLeadSink : ILeadSink
{
    private readonly ILeadSink _inner;
    private readonly FaultInjector _injector;

    /// <summary>Creates the sink.</summary>
    /// <param name="inner">The sink that does the work.</param>
    /// <param name="callNumber">The one-based number of the call to disturb; 0 for none.</param>
    /// <param name="fault">What happens at that call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="callNumber"/> is negative.</exception>
    public FaultInjectingLeadSink(ILeadSink inner, int callNumber, SinkFault fault = SinkFault.Fail)
        : this(inner, new(callNumber, fault)) => ArgumentOutOfRangeException.ThrowIfNegative(callNumber);

    /// <summary>Creates the sink.</summary>
    /// <param name="inner">The sink that does the work.</param>
    /// <param name="faults">Chooses the call to disturb; it may be shared with a ledger beside the sink.</param>
    public FaultInjectingLeadSink(ILeadSink inner, FaultInjector faults)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(faults);
        (_inner, _injector) = (inner, faults);
    }

    /// <summary>How many calls there were, the disturbed one included.</summary>
    public int Calls => _injector.Calls;

    /// <summary>Whether the call to disturb was reached.</summary>
    public bool IsFaultInjected => _injector.IsFaultInjected;

    /// <inheritdoc/>
    public bool RemembersBatches => _inner.RemembersBatches;

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">This call was to be disturbed.</exception>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _inner.FindExistingAsync(sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">This call was to be disturbed.</exception>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _inner.AddAsync(batch, cancellationToken), cancellationToken);
}
