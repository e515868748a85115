using Cadence.SellsyImport.PostgreSql;
using Cadence.SellsyImport.Quartz;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace Cadence.SellsyImport;

/// <summary>Runs imports as durable jobs of a Quartz.NET cluster.</summary>
public static class SellsyImportBuilderQuartzExtensions
{
    /// <summary>
    /// Adds <see cref="IImportJobs"/>, and a Quartz scheduler of its own that runs its jobs on this host and on every other one with the same database.
    /// </summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Changes the options; called at once. May be null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>
    /// The tables are created when the host starts, in a schema of their own in the database of <c>UsePostgreSql</c>. The store of the leads needs a ledger.
    /// Files are kept as by <c>UsePostgreSqlFiles</c>, unless the host registers its own <see cref="Storage.IExportStore"/>, such as a shared folder.
    /// Calling it twice changes nothing: the first options count.
    /// </remarks>
    public static SellsyImportBuilder UseQuartzJobs(this SellsyImportBuilder builder, Action<QuartzJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddSellsyImportJobs(builder.Services, configure);
        return builder.UsePostgreSqlFiles();
    }

    /// <summary>
    /// Does the same in a host whose customers have stores of their own, by <c>AddSellsyImportCustomers</c>: the jobs need a database that all share, by
    /// <see cref="QuartzJobsOptions.ConnectionString"/> or <see cref="QuartzJobsOptions.DataSource"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options; called at once. May be null.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    public static IServiceCollection AddSellsyImportJobs(this IServiceCollection services, Action<QuartzJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(QuartzJobsOptions)))
        {
            return services;
        }

        var options = new QuartzJobsOptions();
        configure?.Invoke(options);
        options.Validate();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(host => new JobDatabase(options, host.GetService<PostgreSqlDatabase>()?.Source));
        services.TryAddKeyedSingleton(JobLog.Category, (host, _) =>
            (host.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(JobLog.Category));
        services.AddSingleton<JobRegistry>();
        services.AddSingleton<RecurringRegistry>();
        services.AddSingleton<RecurringRunner>();
        services.AddSingleton<JobCustomers>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton(host => new JobScheduler(host.GetRequiredKeyedService<IScheduler>(JobScheduler.Name)));
        services.AddSingleton<IImportJobs>(host => ActivatorUtilities.CreateInstance<ImportJobs>(
            host, host.GetRequiredKeyedService<IScheduler>(JobScheduler.Name)));

        // Before Quartz's own, since it creates the schema of Quartz's tables.
        services.AddHostedService<SweepService>();
        services.AddQuartz(JobScheduler.Name, quartz => QuartzSetup.Configure(quartz, options));
        services.AddQuartzHostedService(JobScheduler.Name, hosted =>
        {
            hosted.AutoStart = options.ImportsPerNode > 0;
            hosted.WaitForJobsToComplete = true;
        });
        return services;
    }
}
