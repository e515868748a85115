using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>Schemas of their own for leads and jobs, and the nodes that share them.</summary>
internal sealed class JobCluster(JobServer server) : IAsyncDisposable
{
    private readonly List<JobNode> _nodes = [];
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    public static SellsyExportGenerator Export { get; } = new(new() { Rows = 300, Owners = 5, Companies = 40, Seed = 17 });

    public static SellsyExportGenerator Other { get; } = new(new() { Rows = 20, Owners = 5, Companies = 5, Seed = 18 });

    public string Leads => $"leads_{_name}";

    public string Jobs => $"jobs_{_name}";

    /// <summary>Starts a node, as another process would.</summary>
    public async Task<JobNode> StartAsync(Action<QuartzJobsOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var node = Build(configure, services);
        await node.Host.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    public JobNode Build(Action<QuartzJobsOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var watch = new JobWatch();
        builder.Logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(watch);
        services?.Invoke(builder.Services);
        builder.Services.TryAddSingleton<ICadenceUserProvider>(new FixedUserProvider(Export.Users));
        builder.Services.AddSellsyImport(options => options.BatchSize = 50)
            .UsePostgreSql(options => (options.ConnectionString, options.Schema) = (server.ConnectionString, Leads))
            .UseQuartzJobs(options =>
            {
                options.Schema = Jobs;
                options.IdleWait = TimeSpan.FromSeconds(1);
                options.CheckInInterval = TimeSpan.FromSeconds(1);
                options.Grace = TimeSpan.FromSeconds(2);
                configure?.Invoke(options);
            });
        var node = new JobNode(builder.Build(), watch);
        _nodes.Add(node);
        return node;
    }

    /// <summary>A contact whose owner is no user.</summary>
    public static ImportSource WithUnknownOwner() => ImportSource.FromBytes(
        "contacts.csv", Encoding.UTF8.GetBytes("ID Sellsy;Prénom;Nom;Propriétaire\n900001;Ada;Example;Nobody Known\n"));

    public async Task<int> CountFilesAsync(JobNode node) => await node.Host.Services.GetRequiredService<IExportStore>().ReadAllAsync().CountAsync();

    public Task<List<object?[]>> QueryAsync(string sql) => server.QueryAsync(sql.Replace("@leads", Leads, StringComparison.Ordinal).Replace("@jobs", Jobs, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await QueryAsync("DROP SCHEMA IF EXISTS @leads CASCADE; DROP SCHEMA IF EXISTS @jobs CASCADE");
    }
}
