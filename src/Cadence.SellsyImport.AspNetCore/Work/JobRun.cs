using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>
/// One job from its start to its end. Twice a second it writes down how far it has come, and looks whether it was cancelled or taken over by another
/// server. The services of the host are made while the job runs, so that a job fails whose services cannot be made.
/// </summary>
internal sealed class JobRun(
    SessionService sessions,
    IServiceProvider services,
    SellsyImportPageOptions options,
    TimeProvider time,
    ILogger log,
    string sessionId,
    string token)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How often the end of a job is written before it is left to whoever takes it up: for less than the silence after which that happens.</summary>
    private const int TriesOfEnd = 5;

    private readonly JobProgress _progress = new(token, time);
    private int _isLogged;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (await sessions.ReadAsync(sessionId, stopping).ConfigureAwait(false) is not { Session: { Job: { State: JobState.Running } job } session }
            || job.Token != token)
        {
            return;
        }

        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = new CancellationTokenSource();
        var beating = BeatAsync(cancelling, ended.Token);
        Func<ImportSession, ImportSession> change;
        try
        {
            change = await DoAsync(session, job, cancelling.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops: another one, or this one later, takes the job up.
            return;
        }
        catch (OperationCanceledException exception) when (cancelling.IsCancellationRequested || IsCancelRequest(exception))
        {
            change = await StoppedAsync(session, job, JobState.Cancelled, problem: null).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var problem = exception is SellsyImportException known ? new SessionProblem(known.Code, known.Arguments) : new SessionProblem("", []);
            change = await StoppedAsync(session, job, JobState.Failed, problem).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await EndAsync(last => last.Job?.Token == token ? change(last) : last, stopping).ConfigureAwait(false);
    }

    /// <summary>Writes how the job ended. Where that cannot be written, it is tried again: the job would be done once more otherwise.</summary>
    private async Task EndAsync(Func<ImportSession, ImportSession> change, CancellationToken stopping)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await sessions.UpdateAsync(sessionId, change, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (tries < TriesOfEnd)
            {
                LogOnce(exception);
            }

            await Task.Delay(Pause, time, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Whether somebody asked in the ledger for the import to be stopped. A time-out of the host's store looks like a cancellation too.</summary>
    private static bool IsCancelRequest(OperationCanceledException exception) =>
        exception.InnerException is SellsyImportException { Code: ErrorCodes.ImportCancelRequested };

    /// <summary>
    /// The session after a job that stopped early. What the ledger has decides: an import may have been finished just before, and one that was begun goes on
    /// with its plan or is undone.
    /// </summary>
    private async Task<Func<ImportSession, ImportSession>> StoppedAsync(ImportSession session, SessionJob job, JobState state, SessionProblem? problem)
    {
        var report = job.Kind == JobKind.Add ? await ReportAsync(session, CancellationToken.None).ConfigureAwait(false) : null;
        return report?.State == ImportState.Finished
            ? last => last with { Job = Ended(last, problem is null ? JobState.Done : state) with { Problem = problem }, Report = Of(report) }
            : last => last with { Job = Ended(last, state) with { Problem = problem }, HasBegun = last.HasBegun || report is not null };
    }

    /// <summary>What the ledger has of the import of the session; null where it has none, is away or cannot be made.</summary>
    private async ValueTask<ImportReport?> ReportAsync(ImportSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<IImportHistory>().ReadReportAsync(session.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static SessionReport Of(ImportReport report) => new(report.Import.ImportId, report.Counts, report.Elapsed.TotalSeconds);

    private static SessionJob Ended(ImportSession session, JobState state) => session.Job! with { State = state };

    private Task<Func<ImportSession, ImportSession>> DoAsync(ImportSession session, SessionJob job, CancellationToken cancellationToken) => job.Kind switch
    {
        JobKind.Preview => PreviewAsync(session, cancellationToken),
        JobKind.Add => AddAsync(session, cancellationToken),
        _ => UndoAsync(session, cancellationToken),
    };

    private async Task<Func<ImportSession, ImportSession>> PreviewAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var importer = services.GetRequiredService<ISellsyImporter>();
        var overview = await sessions.OverviewAsync(importer, session, cancellationToken).ConfigureAwait(false);
        var mapping = sessions.MappingOf(session, overview);
        var plan = await importer.PreviewAsync(sessions.SourceOf(session), mapping, SessionService.OptionsOf(session), _progress, cancellationToken)
            .ConfigureAwait(false);
        if (!await IsMineAsync(cancellationToken).ConfigureAwait(false))
        {
            return last => last with { Job = Ended(last, JobState.Cancelled) };
        }

        await sessions.SavePlanAsync(session.Id, token, plan, cancellationToken).ConfigureAwait(false);
        return last => last with { Job = Ended(last, JobState.Done), PlanOf = token, OldPlanOf = null };
    }

    private async Task<Func<ImportSession, ImportSession>> AddAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var plan = (session.IsStale ? null : await sessions.PlanAsync(session, cancellationToken).ConfigureAwait(false))
            ?? throw new SellsyImportException(ErrorCodes.PlanUnreadable, "no plan");
        RowSelection.TryParse(session.Selection, out var selection);
        var add = new AddOptions { ImportId = session.Id, Selection = selection ?? RowSelection.All, StartedBy = session.User };
        var planned = plan.WithExistingLeads(session.Policy ?? plan.ExistingLeads);
        var importer = services.GetRequiredService<ISellsyImporter>();
        var report = await WhenFreeAsync(
            () => importer.AddAsync(sessions.SourceOf(session), planned, add, _progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        sessions.Remember(report);
        try
        {
            await options.OnFinished(session.User, report).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The leads are written, whatever the host does with the news.
            log.OnFinishedFailed(exception.GetType().FullName!);
        }

        return last => last with { Job = Ended(last, JobState.Done), Report = Of(report) };
    }

    private async Task<Func<ImportSession, ImportSession>> UndoAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var written = session.Report is null ? await ReportAsync(session, cancellationToken).ConfigureAwait(false) : null;
        var history = services.GetRequiredService<IImportHistory>();
        var undone = await WhenFreeAsync(
            () => history.UndoAsync(session.Report?.ImportId ?? session.Id, _progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        return last => last with
        {
            Job = Ended(last, JobState.Done),
            Report = (last.Report ?? (written is null ? new(undone.Import.ImportId, new(0, 0, 0, 0, 0, 0), 0) : Of(written))) with
            {
                Undo = new(undone.Removed, undone.Restored, undone.Kept, undone.Vanished, undone.Forgotten),
            },
        };
    }

    /// <summary>The lease of a server that died must end first: until then the import is said to be running.</summary>
    private async Task<T> WhenFreeAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (SellsyImportException exception) when (exception.Code == ErrorCodes.ImportIsRunning)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the job is still this one, and nobody asked for it to be cancelled.</summary>
    private async ValueTask<bool> IsMineAsync(CancellationToken cancellationToken) =>
        await sessions.ReadAsync(sessionId, cancellationToken).ConfigureAwait(false) is { Session.Job: { IsCancelAsked: false } job } && job.Token == token;

    private async Task BeatAsync(CancellationTokenSource cancelling, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Beat, time);
        do
        {
            try
            {
                await sessions.WriteProgressAsync(sessionId, _progress.Now, ended).ConfigureAwait(false);
                if (!await IsMineAsync(ended).ConfigureAwait(false))
                {
                    await cancelling.CancelAsync().ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (!ended.IsCancellationRequested)
            {
                // The store is away for a while. The next beat tries again.
                LogOnce(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false));
    }

    /// <summary>Once for each job: a store that is away is tried again twice a second.</summary>
    private void LogOnce(Exception exception)
    {
        if (Interlocked.Exchange(ref _isLogged, 1) == 0)
        {
            log.SessionUnreachable(exception.GetType().FullName!);
        }
    }
}
