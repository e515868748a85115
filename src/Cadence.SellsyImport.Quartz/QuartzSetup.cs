using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>How Quartz is set up: clustered on the database of the jobs, with a limit for each customer.</summary>
internal static class QuartzSetup
{
    public static void Configure(IQuartzBuilder quartz, QuartzJobsOptions options)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = JobScheduler.Name;
            scheduler.IdleWaitTime = options.IdleWait;

            // A job that is asked to stop ends its import between two batches, and another node goes on.
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            if (options.NodeName is { } name)
            {
                scheduler.InstanceId = name;
            }
            else
            {
                scheduler.GenerateInstanceId = true;
            }
        });
        quartz.UseDefaultThreadPool(Math.Max(1, options.ImportsPerNode));
        quartz.UseExecutionLimits(limits => limits.ForGroupsWithPrefix(ImportJobKey.GroupPrefix, options.ImportsPerCustomer, ExecutionLimitScope.Cluster));
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(source => source.DataSourceFactory = services => services.GetRequiredService<JobDatabase>().Source);
            store.ProvisionSchema();
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = options.CheckInInterval;
                cluster.CheckinMisfireThreshold = options.Grace;
            });
            store.ConfigureStore(ado =>
            {
                ado.TablePrefix = $"{options.Schema}.qrtz_";
                ado.AcceptEnlistedTransactions = true;
                ado.RecoverFiringsCancelledByShutdown = true;
            });
        });
    }
}
