namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>
/// Stands between client and server, and at a number of bytes from the client goes silent: neither side hears of the other any more, and
/// neither is told, as where a process was stopped or its machine vanished. Later it can go on.
/// </summary>
internal sealed class FreezingProxy : IRelay, IDisposable
{
    private readonly TaskCompletionSource _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _thawed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TcpProxy _proxy;
    private long _bytesLeft = long.MaxValue;
    private long _bytes;

    public FreezingProxy(int serverPort) => _proxy = new(serverPort, () => this);

    public int Port => _proxy.Port;

    /// <summary>How many bytes the client has sent.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Ends when it has gone silent.</summary>
    public Task Frozen => _frozen.Task;

    /// <summary>Goes silent after so many bytes from now on.</summary>
    public void FreezeAfter(long bytes) => Interlocked.Exchange(ref _bytesLeft, bytes);

    /// <summary>Goes on, with what each side sent meanwhile.</summary>
    public void Thaw() => _thawed.TrySetResult();

    public void Dispose()
    {
        Thaw();
        _proxy.Dispose();
    }

    async Task<bool> IRelay.AskAsync(ReadOnlyMemory<byte> bytes, Stream server)
    {
        Interlocked.Add(ref _bytes, bytes.Length);
        var left = Interlocked.Add(ref _bytesLeft, -bytes.Length);
        if (left < 0)
        {
            var first = Math.Max(0, (int)(bytes.Length + left));
            await server.WriteAsync(bytes[..first]);
            _frozen.TrySetResult();
            await _thawed.Task;
            Interlocked.Exchange(ref _bytesLeft, long.MaxValue);
            bytes = bytes[first..];
        }

        await server.WriteAsync(bytes);
        return true;
    }

    async Task<bool> IRelay.AnswerAsync(ReadOnlyMemory<byte> bytes, Stream client)
    {
        if (_frozen.Task.IsCompleted)
        {
            await _thawed.Task;
        }

        await client.WriteAsync(bytes);
        return true;
    }
}
