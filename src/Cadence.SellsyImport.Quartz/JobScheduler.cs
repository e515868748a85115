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
