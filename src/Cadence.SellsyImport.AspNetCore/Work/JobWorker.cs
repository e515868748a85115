using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>Does the jobs of this server, a bounded number at a time.</summary>
internal sealed class JobWorker(
    JobQueue queue,
    SessionService sessions,
    IServiceScopeFactory scopes,
    IOptions<SellsyImportPageOptions> options,
    TimeProvider time,
    ILoggerFactory loggers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var (sessionId, token) in queue.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            using var scope = scopes.CreateScope();
            var run = new JobRun(
                sessions,
                scope.ServiceProvider.GetRequiredService<ISellsyImporter>(),
                scope.ServiceProvider.GetRequiredService<IImportHistory>(),
                options.Value,
                time,
                sessionId,
                token);
            try
            {
                await run.RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The store of the sessions is away: the job counts as silent, and the server that is asked next takes it up.
                loggers.CreateLogger(PageLog.Category).WorkFailed(exception.GetType().FullName!);
            }
        }
    }
}
