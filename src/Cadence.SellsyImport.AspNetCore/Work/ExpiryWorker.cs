using Cadence.SellsyImport.AspNetCore.Sessions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>Deletes files and sessions whose term has ended, every few minutes.</summary>
internal sealed class ExpiryWorker(
    PageStores stores, SessionService sessions, IOptions<SellsyImportPageOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await DeleteExpiredAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    internal async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.KeepFor;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in stores.Sessions.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await sessions.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { Session: { } session })
            {
                continue;
            }

            if (session.CreatedAt < oldest && session.Job?.State != JobState.Running)
            {
                await stores.Sessions.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                kept.Add(session.FileId);
            }
        }

        await foreach (var file in stores.Files.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (file.CreatedAt < oldest && !kept.Contains(file.Id))
            {
                await stores.Files.DeleteAsync(file.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
