using System.Runtime.InteropServices;

namespace ConsoleImport.Hosting;

/// <summary>Turns the first Ctrl-C into a cancellation. The second one is left to the system, which ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _registration;
    private readonly Action _requested;

    public Interruption(Action requested)
    {
        _requested = requested;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _requested();
        _source.Cancel();
    }
}
