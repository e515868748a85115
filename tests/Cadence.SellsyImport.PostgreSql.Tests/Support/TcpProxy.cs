using System.Net;
using System.Net.Sockets;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>Stands between clients and the server of a port on the loopback, and passes on what each side says as its relay will have it.</summary>
internal sealed class TcpProxy : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly Func<IRelay> _newRelay;

    /// <param name="serverPort">The server's port.</param>
    /// <param name="newRelay">Gives each connection its relay.</param>
    public TcpProxy(int serverPort, Func<IRelay> newRelay)
    {
        _serverPort = serverPort;
        _newRelay = newRelay;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

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
                var (asking, answering, relay) = (client.GetStream(), server.GetStream(), _newRelay());
                await await Task.WhenAny(
                    PumpAsync(asking, bytes => relay.AskAsync(bytes, answering)),
                    PumpAsync(answering, bytes => relay.AnswerAsync(bytes, asking)));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // One of the two has gone; the other one is let go.
            }
        }
    }

    private static async Task PumpAsync(NetworkStream from, Func<ReadOnlyMemory<byte>, Task<bool>> pass)
    {
        var buffer = new byte[BufferSize];
        int read;
        do
        {
            read = await from.ReadAsync(buffer);
        }
        while (await pass(buffer.AsMemory(0, read)) && read > 0);
    }
}
