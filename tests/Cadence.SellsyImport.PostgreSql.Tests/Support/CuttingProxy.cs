using System.Net;
using System.Net.Sockets;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>
/// Stands between client and server, and cuts a connection at a COMMIT as it is told. Npgsql sends a COMMIT as a message of its own, a
/// simple query, whose bytes cannot stand in a copied row by chance.
/// </summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly Func<CommitCut?> _nextCut;
    private int _cuts;

    /// <param name="serverPort">The server's port on the loopback.</param>
    /// <param name="nextCut">Asked at every COMMIT; none lets it pass.</param>
    public CuttingProxy(int serverPort, Func<CommitCut?> nextCut)
    {
        _serverPort = serverPort;
        _nextCut = nextCut;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts => Volatile.Read(ref _cuts);

    private static ReadOnlySpan<byte> Commit => "Q\0\0\0\u000BCOMMIT\0"u8;

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
                var answers = new Answers(server.GetStream(), client.GetStream());
                await await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream(), answers), answers.PassAsync());
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // One of the two has gone; the other one is let go.
            }
        }
    }

    private async Task AskAsync(NetworkStream client, NetworkStream server, Answers answers)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await client.ReadAsync(buffer)) > 0)
        {
            var isCommit = buffer.AsSpan(0, read).IndexOf(Commit) >= 0;
            if (isCommit && _nextCut() is { } cut)
            {
                Interlocked.Increment(ref _cuts);
                if (cut == CommitCut.BeforeTheServerGetsIt)
                {
                    return;
                }

                answers.Withhold();
                await server.WriteAsync(buffer.AsMemory(0, read));
                if (cut == CommitCut.AfterTheServerDidIt)
                {
                    await answers.WithheldOne;
                }

                return;
            }

            await server.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    /// <summary>The way back, which can be told to keep what the server answers to itself.</summary>
    private sealed class Answers(NetworkStream server, NetworkStream client)
    {
        private readonly TaskCompletionSource _withheld = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isWithholding;

        public Task WithheldOne => _withheld.Task;

        public void Withhold() => _isWithholding = true;

        public async Task PassAsync()
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await server.ReadAsync(buffer)) > 0)
            {
                if (_isWithholding)
                {
                    _withheld.TrySetResult();
                }
                else
                {
                    await client.WriteAsync(buffer.AsMemory(0, read));
                }
            }

            _withheld.TrySetResult();
        }
    }
}
