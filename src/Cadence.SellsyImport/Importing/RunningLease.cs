using System.Collections.Concurrent;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>The lease of one run of this process, until it is disposed.</summary>
internal sealed class RunningLease : IDisposable
{
    private static readonly ConcurrentDictionary<string, RunningLease> Running = [];

    private readonly TimeSpan _duration;

    public RunningLease(TimeSpan duration)
    {
        _duration = duration;
        Running[Token] = this;
    }

    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether a run of this process holds the lease of this token.</summary>
    public static bool IsRunning(string token) => Running.ContainsKey(token);

    /// <summary>Asks for the lease, or renews it.</summary>
    public LeaseRequest Renew() => new(Token, LeaseHolder.Self, _duration);

    public void Dispose() => Running.TryRemove(Token, out _);
}
