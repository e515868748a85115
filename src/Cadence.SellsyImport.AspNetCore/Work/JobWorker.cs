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
    private readonly ILogger _log = loggers.CreateLogger(PageLog.Category);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var (sessionId, token) in queue.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await RunAsync(sessionId, token, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The store of the sessions is away: the job counts as silent, and the server that is asked next takes it up. The other jobs go on.
                if (!cancellationToken.IsCancellationRequested)
                {
                    _log.WorkFailed(exception.GetType().FullName!);
                }
            }
            finally
            {
                queue.Remove(sessionId, token);
            }
        }
    }

    private async Task RunAsync(string sessionId, string token, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var run = new JobRun(sessions, scope.ServiceProvider, options.Value, time, _log, sessionId, token);
            await run.RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
