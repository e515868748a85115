using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Counts the calls of a sink and of what stands beside it, and disturbs one of them: shared by a <see cref="PlainSinkBase"/> and a
/// <see cref="FaultInjectingLedger"/>, it can disturb any call of an import. Thread-safe.
/// </summary>
/// <param name="callNumber">The one-based number of the call to disturb; 0 for none.</param>
/// <param name="fault">What happens at that call.</param>
public sealed class FaultInjector(int callNumber, SinkFault fault = SinkFault.Fail)
{
    private int _calls;
    private string? _disturbedCall;

    /// <summary>Whether every call after the disturbed one fails too and does nothing, as when the process has ended or the connection is lost.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool StaysBroken { get; set; }

    /// <summary>Is called with each call before and after it does its work, and blocks the call until it returns.</summary>
    /// <value>Default: none.</value>
    public Action<SinkCall>? OnCall { get; set; }

    /// <summary>How many calls there were, the disturbed one included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether the call to disturb was reached.</summary>
    public bool IsFaultInjected => callNumber > 0 && Calls >= callNumber;

    /// <summary>The method whose call was disturbed; null before it is reached.</summary>
    public string? DisturbedCall => Volatile.Read(ref _disturbedCall);

    internal SinkFault Fault => fault;

    /// <summary>Makes a call, and disturbs it if it is the chosen one.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels a call that hangs.</param>
    /// <param name="method">The method that is called.</param>
    /// <returns>What the call returned.</returns>
    /// <exception cref="InjectedFaultException">This call was to be disturbed.</exception>
    public async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken, [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(call);
        var number = await StartAsync(cancellationToken, method).ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        End(number, method);
        return result;
    }

    /// <summary>Counts a call that starts, and disturbs it if it is the chosen one and its fault prevents its work.</summary>
    /// <returns>The number of the call.</returns>
    internal async ValueTask<int> StartAsync(CancellationToken cancellationToken, string method)
    {
        var call = Interlocked.Increment(ref _calls);
        OnCall?.Invoke(new(call, method, IsDone: false));
        if (StaysBroken && callNumber > 0 && call > callNumber)
        {
            throw new InjectedFaultException($"Call {call} of the sink failed: since call {callNumber} it is broken, as the test asked.");
        }

        if (call != callNumber)
        {
            return call;
        }

        Volatile.Write(ref _disturbedCall, method);
        if (fault == SinkFault.HangUntilCancelled && cancellationToken.CanBeCanceled)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (fault == SinkFault.Fail)
        {
            Throw();
        }

        return call;
    }

    /// <summary>Reports that a call has done its work, and fails if it is the chosen one and its fault comes after the work.</summary>
    internal void End(int call, string method)
    {
        OnCall?.Invoke(new(call, method, IsDone: true));
        if (call == callNumber && fault == SinkFault.DoThenFail)
        {
            Throw();
        }
    }

    private void Throw() => throw new InjectedFaultException($"Call {callNumber} of the sink failed, as the test asked: {fault}.");
}
