using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>One node of a cluster.</summary>
internal sealed class JobNode(IHost host, JobWatch watch) : IAsyncDisposable
{
    public IHost Host => host;

    public JobWatch Watch => watch;

    public IImportJobs Jobs => host.Services.GetRequiredService<IImportJobs>();

    public ISellsyImporter Importer => host.Services.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => host.Services.GetRequiredService<IImportHistory>();

    public IScheduler Scheduler => host.Services.GetRequiredKeyedService<IScheduler>(JobScheduler.Name);

    public async Task<string> EnqueueAsync(ImportSource source, ImportJobOptions? options = null)
    {
        var overview = await Importer.OpenAsync(source, TestContext.Current.CancellationToken);
        return await Jobs.EnqueueAsync(source, overview.Suggestion.Mapping, options, TestContext.Current.CancellationToken);
    }

    public async Task<ImportJobInfo> FindAsync(string importId) =>
        Assert.Single(await Jobs.ReadAsync(TestContext.Current.CancellationToken), job => job.ImportId == importId);

    public Task SweepAsync() => host.Services.GetServices<IHostedService>().OfType<SweepService>().Single().SweepAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
