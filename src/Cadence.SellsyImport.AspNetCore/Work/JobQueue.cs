using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>
/// The jobs that this server does or will do. What they are lies in the session, so that a job that is lost here is taken up elsewhere.
/// </summary>
internal sealed class JobQueue
{
    private readonly Channel<(string SessionId, string Token)> _jobs = Channel.CreateUnbounded<(string SessionId, string Token)>();
    private readonly ConcurrentDictionary<(string SessionId, string Token), bool> _open = new();

    public void Add(string sessionId, string token)
    {
        _open[(sessionId, token)] = true;
        _jobs.Writer.TryWrite((sessionId, token));
    }

    public IAsyncEnumerable<(string SessionId, string Token)> ReadAllAsync(CancellationToken cancellationToken) => _jobs.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Says that a job is no longer done here.</summary>
    public void Remove(string sessionId, string token) => _open.TryRemove((sessionId, token), out _);

    /// <summary>Whether a job of the session waits or runs here.</summary>
    public bool Has(string sessionId) => _open.Any(job => job.Key.SessionId == sessionId);
}
