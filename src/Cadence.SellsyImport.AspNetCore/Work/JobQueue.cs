using System.Threading.Channels;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>The jobs that this server will do. What they are lies in the session, so that a job that is lost here is taken up elsewhere.</summary>
internal sealed class JobQueue
{
    private readonly Channel<(string SessionId, string Token)> _jobs = Channel.CreateUnbounded<(string SessionId, string Token)>();

    public void Add(string sessionId, string token) => _jobs.Writer.TryWrite((sessionId, token));

    public IAsyncEnumerable<(string SessionId, string Token)> ReadAllAsync(CancellationToken cancellationToken) => _jobs.Reader.ReadAllAsync(cancellationToken);
}
