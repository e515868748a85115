using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Quartz;

/// <summary>
/// Gives every unfinished import that has no job one again, and deletes what has expired. It repairs Quartz's tables, so it does not rest on them: each
/// node has a timer, and the registry lets one of them sweep in each interval. Before, each node terminates the sessions of frozen nodes that keep all others
/// from the jobs: a sweep waits for their locks itself. It also creates the schema, before Quartz looks for its tables.
/// </summary>
internal sealed class SweepService(
    JobDatabase database,
    JobRegistry registry,
    RecurringRegistry recurring,
    JobScheduler jobs,
    JobCustomers customers,
    QuartzJobsOptions options,
    TimeProvider time,
    [FromKeyedServices(JobLog.Category)] ILogger log) : BackgroundService, IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.EnsureAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.ImportsPerNode == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.SweepInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await TryAsync(() => TerminateSilentAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
                if (await registry.TakeSweepAsync(options.SweepInterval / 2, stoppingToken).ConfigureAwait(false))
                {
                    await SweepAsync(stoppingToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.SweepFailed(JobFailure.Of(exception).Code);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var known = await registry.ReadCustomersAsync(cancellationToken).ConfigureAwait(false);
        foreach (var customer in customers.AreSeparate ? known : [""])
        {
            // A customer whose store is away must not keep the others waiting.
            await TryAsync(() => TakeUpAsync(customer, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        var waiting = await registry.ReadWaitingAsync(cancellationToken).ConfigureAwait(false);
        await jobs.ResetAsync(cancellationToken).ConfigureAwait(false);
        var scheduled = await jobs.ReadKeysAsync(cancellationToken).ConfigureAwait(false);
        foreach (var key in waiting.Where(key => !scheduled.Contains(key)))
        {
            await jobs.ScheduleAsync(key, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            log.FoundWithoutJob(key.ImportId);
        }

        foreach (var import in await recurring.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!await jobs.HasJobAsync(import, cancellationToken).ConfigureAwait(false))
            {
                await jobs.ScheduleAsync(import, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var row in await registry.ReadExpiredAsync(options.KeepFor, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(() => DeleteAsync(row, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Terminates the sessions of nodes that froze within a transaction: others take over their imports, and would wait for their locks for ever.</summary>
    private async Task TerminateSilentAsync(CancellationToken cancellationToken)
    {
        var count = await registry.TerminateSilentAsync(options.CheckInInterval + options.Grace, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            log.SilentSessionsTerminated(count, options.Schema);
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.SweepFailed(JobFailure.Of(exception).Code);
        }
    }

    /// <summary>
    /// Takes the imports that others started and did not finish into the registry, such as those of a page or a console. One that was interrupted gets its
    /// place in the queue back: Quartz takes the trigger of the earliest time first, and that of a recovery or of a retry is behind all imports that wait.
    /// </summary>
    private async Task TakeUpAsync(string customer, CancellationToken cancellationToken)
    {
        var opened = await customers.OpenAsync(customer, cancellationToken).ConfigureAwait(false);
        await using var closing = opened.ConfigureAwait(false);
        var interrupted = await opened.History.ReadAsync(new ImportFilter { States = [ImportState.Interrupted] }, cancellationToken)
            .Where(import => import.CancelRequest is null)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var import in interrupted)
        {
            var key = new ImportJobKey(customers.AreSeparate ? customer : import.Import.Customer ?? "", import.Import.ImportId);
            if (await registry.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
            {
                if (known.State == ImportJobState.Waiting)
                {
                    await jobs.ScheduleAsync(known.Key, known.Place, cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            if (import.Import.FileLocation is null)
            {
                continue;
            }

            var row = new JobRow(key, ImportWork.Import, ImportJobState.Waiting, import.Import.FileName)
            {
                StartedBy = import.Import.StartedBy,
            };
            await database.InTransactionAsync(transaction => registry.AddAsync(transaction, row, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>First the file: where it cannot be deleted, the row stays and says so to the next sweep.</summary>
    private async Task DeleteAsync(JobRow row, CancellationToken cancellationToken)
    {
        if (row.FileId is not null)
        {
            var opened = await customers.OpenAsync(row.Key.Customer, cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            await opened.Files.DeleteAsync(row.FileId, cancellationToken).ConfigureAwait(false);
        }

        await registry.DeleteAsync(row.Key, cancellationToken).ConfigureAwait(false);
    }
}
