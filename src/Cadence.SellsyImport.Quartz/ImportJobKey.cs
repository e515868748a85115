using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>The import of a job. It is all that Quartz knows of it: the name and the group of its job.</summary>
internal readonly record struct ImportJobKey(string Customer, string ImportId)
{
    /// <summary>The start of every group. What follows is the customer, so that Quartz limits each customer by itself.</summary>
    public const string GroupPrefix = "customer:";

    public string Group => GroupPrefix + Customer;

    public JobKey Job => new(ImportId, Group);

    public TriggerKey Trigger => new(ImportId, Group);

    public static ImportJobKey Of(JobKey job) => new(job.Group[GroupPrefix.Length..], job.Name);
}
