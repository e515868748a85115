using Npgsql;
using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Asks Quartz to wake a node up for an import. Each import is a job of its own, so that Quartz runs it on one live node at a time.</summary>
internal sealed class JobScheduler(IScheduler scheduler)
{
    public const string Name = "Cadence.SellsyImport";

    /// <summary>Wakes a node up for the import at that time, in the place of any other time.</summary>
    public async Task ScheduleAsync(ImportJobKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        await scheduler.ScheduleJob(JobOf(key), TriggerOf(key, at), new ScheduleJobOptions { Replace = true }, cancellationToken).ConfigureAwait(false);

    /// <summary>Does the same in a transaction of the same database.</summary>
    public async Task ScheduleAsync(NpgsqlTransaction transaction, ImportJobKey key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using (scheduler.EnlistTransaction(transaction))
        {
            await ScheduleAsync(key, at, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Wakes a node up at each time of a recurring import.</summary>
    public async Task ScheduleAsync(RecurringImport import, CancellationToken cancellationToken)
    {
        var job = RecurringJob.KeyOf(import.Customer ?? "", import.Name);
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(job.Name, job.Group)
            .ForJob(job)
            .WithCronSchedule(import.Schedule, cron => cron.InTimeZone(TimeZoneInfo.Utc))
            .Build();
        var detail = JobBuilder.Create<RecurringJob>().WithIdentity(job).Build();
        await scheduler.ScheduleJob(detail, trigger, new ScheduleJobOptions { Replace = true }, cancellationToken).ConfigureAwait(false);
    }

    public async Task ScheduleAsync(NpgsqlTransaction transaction, RecurringImport import, CancellationToken cancellationToken)
    {
        using (scheduler.EnlistTransaction(transaction))
        {
            await ScheduleAsync(import, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task UnscheduleAsync(NpgsqlTransaction transaction, string customer, string name, CancellationToken cancellationToken)
    {
        using (scheduler.EnlistTransaction(transaction))
        {
            await scheduler.DeleteJob(RecurringJob.KeyOf(customer, name), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a recurring import has its job.</summary>
    public async Task<bool> HasJobAsync(RecurringImport import, CancellationToken cancellationToken) =>
        await scheduler.GetJobDetail(RecurringJob.KeyOf(import.Customer ?? "", import.Name), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The imports that have a job.</summary>
    public async Task<HashSet<ImportJobKey>> ReadKeysAsync(CancellationToken cancellationToken)
    {
        var keys = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupStartsWith(ImportJobKey.GroupPrefix), cancellationToken).ConfigureAwait(false);
        return [.. keys.Select(ImportJobKey.Of)];
    }

    /// <summary>Wakes jobs that Quartz has given up.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken) =>
        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.GroupStartsWith(ImportJobKey.GroupPrefix), cancellationToken).ConfigureAwait(false);

    private static IJobDetail JobOf(ImportJobKey key) => JobBuilder.Create<ImportJob>().WithIdentity(key.Job).RequestRecovery().Build();

    private ITrigger TriggerOf(ImportJobKey key, DateTimeOffset at) => TriggerBuilder.Create(scheduler.TimeProvider)
        .WithIdentity(key.Trigger)
        .ForJob(key.Job)
        .WithExecutionGroup(key.Group.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))
        .StartAt(at)
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .Build();
}
