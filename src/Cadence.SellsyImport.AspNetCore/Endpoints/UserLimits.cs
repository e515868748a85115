using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>How often a user starts something within a minute, on this server.</summary>
internal sealed class UserLimits(IOptions<SellsyImportPageOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long Minute, int Starts)> _starts = new(StringComparer.Ordinal);

    public bool MayStart(string user)
    {
        var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        foreach (var (past, last) in _starts)
        {
            if (last.Minute < minute)
            {
                _starts.TryRemove(KeyValuePair.Create(past, last));
            }
        }

        return _starts.AddOrUpdate(user, _ => (minute, 1), (_, last) => last.Minute == minute ? (minute, last.Starts + 1) : (minute, 1)).Starts
            <= options.Value.MaxStartsPerMinute;
    }
}
