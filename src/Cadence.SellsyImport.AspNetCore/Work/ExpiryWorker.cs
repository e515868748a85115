using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>Every few minutes deletes files and sessions whose term has ended, and takes up jobs whose server has ended, even if no page asks.</summary>
internal sealed class ExpiryWorker(
    PageStores stores, SessionService sessions, IOptions<SellsyImportPageOptions> options, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await DeleteExpiredAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A store that is away for a while must not stop the host.
                loggers.CreateLogger(PageLog.Category).WorkFailed(exception.GetType().FullName!);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    internal async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.KeepFor;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in stores.Sessions.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await sessions.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                continue;
            }

            var session = found.Session;
            await sessions.TakeUpAsync(
                found, await sessions.ProgressAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
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
            if (file.CreatedAt < oldest && file.User != StoredFile.OfJobs && !kept.Contains(file.Id))
            {
                await stores.Files.DeleteAsync(file.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
