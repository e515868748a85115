using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Testing;

/// <summary>Counts calls and disturbs one of them. Thread-safe.</summary>
internal sealed class FaultInjector(int callNumber, SinkFault fault)
{
    private int _calls;
    private string? _disturbedCall;

    public int Calls => Volatile.Read(ref _calls);

    public bool IsFaultInjected => callNumber > 0 && Calls >= callNumber;

    public string? DisturbedCall => Volatile.Read(ref _disturbedCall);

    public async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken, [CallerMemberName] string method = "")
    {
        var isDisturbed = await IsToFailAfterAsync(cancellationToken, method).ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        if (isDisturbed)
        {
            Throw();
        }

        return result;
    }

    /// <summary>Counts a call that starts, and disturbs it where it is the one and is to do nothing.</summary>
    /// <returns>Whether the call is to fail after it has done its work.</returns>
    public async ValueTask<bool> IsToFailAfterAsync(CancellationToken cancellationToken, string method)
    {
        if (Interlocked.Increment(ref _calls) != callNumber)
        {
            return false;
        }

        Volatile.Write(ref _disturbedCall, method);
        if (fault == SinkFault.HangUntilCancelled)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (fault == SinkFault.Fail)
        {
            Throw();
        }

        return true;
    }

    public void Throw() => throw new InjectedFaultException($"Call {callNumber} of the sink failed, as the test asked: {fault}.");
}
