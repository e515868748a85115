using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Passes calls on to another sink and disturbs one of them. Counted are all calls of <see cref="ILeadSink"/> together, so that a test can disturb the first, the second, the third … until an import gets through.
/// Thread-safe.
/// </summary>
public sealed class FaultInjectingLeadSink : ILeadSink
{
    private readonly ILeadSink _inner;
    private readonly int _callNumber;
    private readonly SinkFault _fault;
    private int _calls;

    /// <summary>Creates the sink.</summary>
    /// <param name="inner">The sink that does the work.</param>
    /// <param name="callNumber">The one-based number of the call to disturb; 0 for none.</param>
    /// <param name="fault">What happens at that call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="callNumber"/> is negative.</exception>
    public FaultInjectingLeadSink(ILeadSink inner, int callNumber, SinkFault fault = SinkFault.Fail)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfNegative(callNumber);
        _inner = inner;
        _callNumber = callNumber;
        _fault = fault;
    }

    /// <summary>How many calls there were, the disturbed one included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether the call to disturb was reached.</summary>
    public bool IsFaultInjected => _callNumber > 0 && Calls >= _callNumber;

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">This call was to be disturbed.</exception>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        CallAsync(() => _inner.FindExistingAsync(sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InjectedFaultException">This call was to be disturbed.</exception>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        CallAsync(() => _inner.AddAsync(batch, cancellationToken), cancellationToken);

    private async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _calls) != _callNumber)
        {
            return await call().ConfigureAwait(false);
        }

        if (_fault == SinkFault.HangUntilCancelled)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_fault == SinkFault.DoThenFail)
        {
            await call().ConfigureAwait(false);
        }

        throw new InjectedFaultException($"Call {_callNumber} of the sink failed, as the test asked: {_fault}.");
    }
}
