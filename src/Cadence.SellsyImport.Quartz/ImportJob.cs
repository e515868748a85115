using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>
/// What Quartz runs. Quartz keeps it away from a second live node, retries it when it throws, and gives it to another node when this one ends; what is
/// to be done, and from where, the registry and the ledger say.
/// </summary>
[DisallowConcurrentExecution]
[RetryPolicy(1_000, "00:00:01", 2, MaxDelay = "00:05:00", Jitter = 0.2)]
internal sealed class ImportJob(JobRunner runner, JobScheduler jobs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = ImportJobKey.Of(context.JobDetail.Key);
        if (await runner.RunAsync(key, context.Scheduler.SchedulerInstanceId, new JobProgress(context), cancellationToken).ConfigureAwait(false) is { } again)
        {
            await jobs.ScheduleAsync(key, again, cancellationToken).ConfigureAwait(false);
        }
    }
}
