using System.Net;
using System.Net.Sockets;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>
/// Stands between client and server, and at a number of bytes from the client goes silent: neither side hears of the other any more, and
/// neither is told, as where a process was stopped or its machine vanished. Later it can go on.
/// </summary>
internal sealed class FreezingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _thawed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _serverPort;
    private long _bytesLeft = long.MaxValue;
    private long _bytes;

    public FreezingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The proxy was disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _serverPort);
                await await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream()), AnswerAsync(server.GetStream(), client.GetStream()));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // One of the two has gone; the other one is let go.
            }
        }
    }

    private async Task AskAsync(NetworkStream client, NetworkStream server)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await client.ReadAsync(buffer)) > 0)
        {
            Interlocked.Add(ref _bytes, read);
            var left = Interlocked.Add(ref _bytesLeft, -read);
            if (left < 0)
            {
                var first = Math.Max(0, (int)(read + left));
                await server.WriteAsync(buffer.AsMemory(0, first));
                _frozen.TrySetResult();
                await _thawed.Task;
                Interlocked.Exchange(ref _bytesLeft, long.MaxValue);
                await server.WriteAsync(buffer.AsMemory(first, read - first));
            }
            else
            {
                await server.WriteAsync(buffer.AsMemory(0, read));
            }
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await server.ReadAsync(buffer)) >= 0)
        {
            if (_frozen.Task.IsCompleted)
            {
                await _thawed.Task;
            }

            if (read == 0)
            {
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
