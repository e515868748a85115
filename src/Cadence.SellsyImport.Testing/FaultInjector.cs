using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Testing;

/// <summary>Counts calls and disturbs one of them. Thread-safe.</summary>
internal sealed class FaultInjector(int callNumber, SinkFault fault)
{
    /// <summary>Whether every call after the disturbed one fails too.</summary>
    public bool StaysBroken { get; set; }

    /// <summary>Is called with each call before and after it does its work.</summary>
    public Action<SinkCall>? OnCall { get; set; }

    private int _calls;
    private string? _disturbedCall;

    public int Calls => Volatile.Read(ref _calls);

    public bool IsFaultInjected => callNumber > 0 && Calls >= callNumber;

    public string? DisturbedCall => Volatile.Read(ref _disturbedCall);

    public async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken, [CallerMemberName] string method = "")
    {
        var number = await StartAsync(cancellationToken, method).ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        End(number, method);
        return result;
    }

    /// <summary>Counts a call that starts, and disturbs it if it is the chosen one and its fault prevents its work.</summary>
    /// <returns>The number of the call.</returns>
    public async ValueTask<int> StartAsync(CancellationToken cancellationToken, string method)
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
    public void End(int call, string method)
    {
        OnCall?.Invoke(new(call, method, IsDone: true));
        if (call == callNumber && fault == SinkFault.DoThenFail)
        {
            Throw();
        }
    }

    private void Throw() => throw new InjectedFaultException($"Call {callNumber} of the sink failed, as the test asked: {fault}.");
}
