using Cadence.SellsyImport.AspNetCore.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The history of imports, where the store of the host has one.</summary>
internal static class Histories
{
    /// <summary>
    /// Stops the work on a session. What is in the ledger is asked to stop there first, so that the history says by whom. What is not, such as a preview,
    /// a job that waits, or the work of a store without a ledger, is marked in the session, where its server sees it.
    /// </summary>
    public static async ValueTask<(ImportSession Session, long Version)?> CancelAsync(
        IServiceProvider services, SessionService sessions, string sessionId, string? user, CancellationToken cancellationToken)
    {
        if (await sessions.ReadAsync(sessionId, cancellationToken).ConfigureAwait(false) is { Session: { Job: { State: JobState.Running, Kind: not JobKind.Preview } } session })
        {
            try
            {
                await services.GetRequiredService<IImportHistory>()
                    .RequestCancelAsync(session.Report?.ImportId ?? session.Id, user, cancellationToken).ConfigureAwait(false);
            }
            catch (SellsyImportException exception) when (exception.Code is ErrorCodes.StoreCannot or ErrorCodes.ImportUnknown)
            {
                // The mark in the session is enough.
            }
        }

        return await sessions.UpdateAsync(
            sessionId,
            last => last.Job is { State: JobState.Running } job ? last with { Job = job with { IsCancelAsked = true } } : last,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The report of the import of a session; null before it has begun.</summary>
    /// <exception cref="SellsyImportException">The report is kept nowhere. The preview does not stand in for it: it does not say what became of a row.</exception>
    public static async ValueTask<ImportReport?> ReportAsync(
        IServiceProvider services, SessionService sessions, ImportSession session, CancellationToken cancellationToken)
    {
        if (session is { Report: null, HasBegun: false })
        {
            return null;
        }

        var importId = session.Report?.ImportId ?? session.Id;
        try
        {
            return await services.GetRequiredService<IImportHistory>().ReadReportAsync(importId, cancellationToken).ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (exception.Code == ErrorCodes.StoreCannot && sessions.ReportOf(importId) is { } remembered)
        {
            return remembered;
        }
    }
}
