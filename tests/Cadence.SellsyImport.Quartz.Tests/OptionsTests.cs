using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cadence.SellsyImport.Quartz.Tests;

/// <summary>The options of the jobs are checked when the host is configured, before any server is asked.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string, Action<QuartzJobsOptions>> Wrong { get; } = new()
    {
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = "" },
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = "1jobs" },
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = "pg_jobs" },
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = "Jobs" },
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = "a\"; DROP TABLE jobs" },
        { nameof(QuartzJobsOptions.Schema), options => options.Schema = new('a', 64) },
        { nameof(QuartzJobsOptions.NodeName), options => options.NodeName = "" },
        { nameof(QuartzJobsOptions.NodeName), options => options.NodeName = new('a', 101) },
        { nameof(QuartzJobsOptions.ImportsPerNode), options => options.ImportsPerNode = -1 },
        { nameof(QuartzJobsOptions.ImportsPerNode), options => options.ImportsPerNode = 101 },
        { nameof(QuartzJobsOptions.ImportsPerCustomer), options => options.ImportsPerCustomer = 0 },
        { nameof(QuartzJobsOptions.MaxAttempts), options => options.MaxAttempts = 0 },
        { nameof(QuartzJobsOptions.Slice), options => options.Slice = TimeSpan.FromMilliseconds(999) },
        { nameof(QuartzJobsOptions.Slice), options => options.Slice = TimeSpan.FromHours(25) },
        { nameof(QuartzJobsOptions.CheckInInterval), options => options.CheckInInterval = TimeSpan.Zero },
        { nameof(QuartzJobsOptions.Grace), options => options.Grace = TimeSpan.FromMinutes(61) },
        { nameof(QuartzJobsOptions.IdleWait), options => options.IdleWait = TimeSpan.Zero },
        { nameof(QuartzJobsOptions.SweepInterval), options => options.SweepInterval = TimeSpan.FromDays(2) },
        { nameof(QuartzJobsOptions.KeepFor), options => options.KeepFor = TimeSpan.FromDays(3651) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_option_out_of_its_range_is_refused_by_its_name(string option, Action<QuartzJobsOptions> configure)
    {
        var exception = Assert.Throws<SellsyImportException>(() => new ServiceCollection().AddSellsyImportJobs(configure));

        Assert.Equal(ErrorCodes.OptionInvalid, exception.Code);
        Assert.Contains(exception.Arguments, argument => argument.Contains(option, StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_of_connections_and_a_text_for_them_exclude_each_other()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost");

        var exception = Assert.Throws<SellsyImportException>(() => new ServiceCollection().AddSellsyImportJobs(options =>
        {
            options.DataSource = source;
            options.ConnectionString = "Host=localhost";
        }));

        Assert.Equal(ErrorCodes.OptionInvalid, exception.Code);
    }

    [Fact]
    public void The_ends_of_the_ranges_are_allowed_and_the_first_options_count()
    {
        var services = new ServiceCollection();

        services.AddSellsyImportJobs(options =>
        {
            options.Schema = new('a', 63);
            options.NodeName = new('a', 100);
            options.ImportsPerNode = 0;
            options.ImportsPerCustomer = 100;
            options.MaxAttempts = 1;
            options.Slice = TimeSpan.FromSeconds(1);
            options.CheckInInterval = TimeSpan.FromMilliseconds(100);
            options.Grace = TimeSpan.FromHours(1);
            options.IdleWait = TimeSpan.FromHours(1);
            options.SweepInterval = TimeSpan.FromDays(1);
            options.KeepFor = TimeSpan.FromMinutes(1);
        });
        var before = services.Count;
        services.AddSellsyImportJobs(options => options.ImportsPerNode = 101);

        Assert.Equal(before, services.Count);
        Assert.Equal(0, ((QuartzJobsOptions)services.Single(service => service.ServiceType == typeof(QuartzJobsOptions)).ImplementationInstance!).ImportsPerNode);
    }
}
