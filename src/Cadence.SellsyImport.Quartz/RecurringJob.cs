using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>What Quartz runs at each time of a recurring import.</summary>
[DisallowConcurrentExecution]
internal sealed class RecurringJob(RecurringRunner runner) : IJob
{
    public const string GroupPrefix = "recurring:";

    public static JobKey KeyOf(string customer, string name) => new(name, GroupPrefix + customer);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.JobDetail.Key;
        await runner.RunAsync(key.Group[GroupPrefix.Length..], key.Name, cancellationToken).ConfigureAwait(false);
    }
}
