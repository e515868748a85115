namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>
/// Stands between client and server, and cuts a connection at a COMMIT as it is told. Npgsql sends a COMMIT as a message of its own, a
/// simple query, whose bytes cannot stand in a copied row by chance.
/// </summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly Func<CommitCut?> _nextCut;
    private readonly TcpProxy _proxy;
    private int _cuts;

    /// <param name="serverPort">The server's port on the loopback.</param>
    /// <param name="nextCut">Asked at every COMMIT; none lets it pass.</param>
    public CuttingProxy(int serverPort, Func<CommitCut?> nextCut)
    {
        _nextCut = nextCut;
        _proxy = new(serverPort, () => new Relay(this));
    }

    public int Port => _proxy.Port;

    public int Cuts => Volatile.Read(ref _cuts);

    private static ReadOnlySpan<byte> Commit => "Q\0\0\0\u000BCOMMIT\0"u8;

    public void Dispose() => _proxy.Dispose();

    /// <summary>One connection, which can keep what the server answers to itself.</summary>
    private sealed class Relay(CuttingProxy proxy) : IRelay
    {
        private readonly TaskCompletionSource _withheld = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isWithholding;

        public async Task<bool> AskAsync(ReadOnlyMemory<byte> bytes, Stream server)
        {
            if (bytes.Span.IndexOf(Commit) < 0 || proxy._nextCut() is not { } cut)
            {
                await server.WriteAsync(bytes);
                return true;
            }

            Interlocked.Increment(ref proxy._cuts);
            if (cut == CommitCut.BeforeTheServerGetsIt)
            {
                return false;
            }

            _isWithholding = true;
            await server.WriteAsync(bytes);
            if (cut == CommitCut.AfterTheServerDidIt)
            {
                await _withheld.Task;
            }

            return false;
        }

        public async Task<bool> AnswerAsync(ReadOnlyMemory<byte> bytes, Stream client)
        {
            if (!_isWithholding && !bytes.IsEmpty)
            {
                await client.WriteAsync(bytes);
                return true;
            }

            _withheld.TrySetResult();
            return true;
        }
    }
}
