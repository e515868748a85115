using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What disturbs one call of the product: its process is killed, it is cancelled, or the world changes, each at a call of the sink.</summary>
internal sealed class Disturbance : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly int _cancelAt;
    private readonly int _changeAt;
    private readonly int _reportAt;
    private readonly bool _whenDone;
    private readonly Action _change;
    private readonly Action _changeBesideStore;
    private int _reports;

    /// <param name="world">The world.</param>
    /// <param name="calls">About how many calls of the sink are to be expected; 0 for no disturbance.</param>
    /// <param name="changes">What can change.</param>
    /// <param name="during">The call that is disturbed.</param>
    public Disturbance(World world, int calls, WorldChanges changes, Operation during)
    {
        int At(int of) => calls > 0 && world.Chance(of) ? world.Random.Next(1, calls + 1) : 0;

        var killAt = At(4);
        var fault = world.Chance(2) ? SinkFault.Fail : SinkFault.DoThenFail;
        (_cancelAt, _changeAt, _reportAt, _whenDone) = (At(12), At(4), At(20), world.Chance(2));
        _change = () => changes.Make(during);
        _changeBesideStore = () => changes.MakeBesideStore(during);
        Sink = new(world.Store.Open(), killAt, fault) { StaysBroken = true, OnCall = OnCall };
        Progress = new RecordingProgress<ImportProgress>(_ => OnReport());
        var text = string.Join(", ", new[]
        {
            killAt > 0 ? FormattableString.Invariant($"killed at call {killAt}, {fault}") : null,
            _cancelAt > 0 ? FormattableString.Invariant($"cancelled at call {_cancelAt}") : null,
            _changeAt > 0 ? FormattableString.Invariant($"a change at call {_changeAt}{(_whenDone ? ", when it is done" : "")}") : null,
            _reportAt > 0 ? FormattableString.Invariant($"a change at report {_reportAt}") : null,
        }.OfType<string>());
        Text = text.Length == 0 ? "" : $" ({text})";
    }

    public FaultInjectingLedgerSink Sink { get; }

    public IProgress<ImportProgress> Progress { get; }

    public string Text { get; }

    public CancellationToken Cancellation => _stopping.Token;

    /// <summary>Whether this failure is the one that the disturbance made.</summary>
    public bool Explains(Exception exception) => exception switch
    {
        InjectedFaultException => Sink.IsFaultInjected,
        OperationCanceledException => _stopping.IsCancellationRequested,
        _ => false,
    };

    public void Dispose() => _stopping.Dispose();

    private void OnCall(SinkCall call)
    {
        if (call.Number == _changeAt && call.IsDone == _whenDone)
        {
            _change();
        }

        if (call.Number == _cancelAt && call.IsDone == _whenDone)
        {
            _stopping.Cancel();
        }
    }

    private void OnReport()
    {
        if (Interlocked.Increment(ref _reports) == _reportAt)
        {
            _changeBesideStore();
        }
    }
}
