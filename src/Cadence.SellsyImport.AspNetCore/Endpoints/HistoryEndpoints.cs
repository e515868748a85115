using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The imports that one may see.</summary>
internal static class HistoryEndpoints
{
    private const int MostImports = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/history", ListAsync);
        api.MapPost("/history/{importId}/{what:regex(^(resume|cancel|undo)$)}", ActAsync);
        api.MapGet("/history/{importId}/rejected", RejectedAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, IImportHistory history, SessionService sessions, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken)
    {
        var texts = Languages.Of(http);
        var entries = new List<HistoryEntryView>();
        await foreach (var import in history.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!MaySee(http, options.Value, import.Import))
            {
                continue;
            }

            var session = await sessions.ReadAsync(import.Import.ImportId, cancellationToken).ConfigureAwait(false);
            entries.Add(ViewOf(import, session?.Session, options.Value.UserOf(http.User), texts));
            if (entries.Count == MostImports)
            {
                break;
            }
        }

        return Results.Json(new HistoryView(entries), PageJson.Default.HistoryView);
    }

    /// <summary>Acts on an import by its session, which has its file.</summary>
    private static async Task<IResult> ActAsync(
        HttpContext http, string importId, string what, SessionService sessions, IImportHistory history, UserLimits limits, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken)
    {
        var user = options.Value.UserOf(http.User);
        if (await FindAsync(http, importId, history, options.Value, cancellationToken).ConfigureAwait(false) is null
            || await sessions.ReadAsync(importId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Problems.NotFound();
        }

        if (what == "cancel")
        {
            await Histories.CancelAsync(http.RequestServices, sessions, importId, user, cancellationToken).ConfigureAwait(false);
        }
        else if (!limits.MayStart(user))
        {
            return Results.Problem(title: "Too many", statusCode: StatusCodes.Status429TooManyRequests);
        }
        else
        {
            await sessions.StartAsync(importId, what == "undo" ? JobKind.Undo : JobKind.Add, _ => true, _ => true, cancellationToken).ConfigureAwait(false);
        }

        return Results.Accepted();
    }

    private static async Task<IResult> RejectedAsync(
        HttpContext http, string importId, SessionRequests requests, IImportHistory history, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken)
    {
        if (await FindAsync(http, importId, history, options.Value, cancellationToken).ConfigureAwait(false) is null
            || await requests.Sessions.ReadAsync(importId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Problems.NotFound();
        }

        var report = await history.ReadReportAsync(importId, cancellationToken).ConfigureAwait(false);
        return Results.Stream(
            destination => requests.Importer.WriteRejectedRowsAsync(requests.Sessions.SourceOf(found.Session), report, destination, requests.Texts, cancellationToken),
            "text/csv",
            "rejected.csv");
    }

    /// <summary>An import that the user may see, or null.</summary>
    private static async ValueTask<LedgerImport?> FindAsync(
        HttpContext http, string importId, IImportHistory history, SellsyImportPageOptions options, CancellationToken cancellationToken)
    {
        await foreach (var import in history.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (import.Import.ImportId == importId)
            {
                return MaySee(http, options, import.Import) ? import : null;
            }
        }

        return null;
    }

    private static bool MaySee(HttpContext http, SellsyImportPageOptions options, ImportInfo import) =>
        options.MaySee?.Invoke(http.User, import) ?? (import.StartedBy ?? "") == options.UserOf(http.User);

    private static HistoryEntryView ViewOf(LedgerImport import, ImportSession? session, string user, ImportTexts texts)
    {
        var counts = import.Counts;
        return new(
            import.Import.ImportId,
            import.Import.FileName,
            import.Import.StartedAt,
            import.Import.StartedBy,
            import.State.ToString(),
            texts.Label(import.State),
            new(counts.Read, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Errors),
            import.Node,
            import.RowsPerSecond,
            CanResume: session is not null && import.State == ImportState.Interrupted,
            CanCancel: session?.Job?.State == JobState.Running,
            CanUndo: session is { Job: not { State: JobState.Running } } && import.State is ImportState.Finished or ImportState.Interrupted or ImportState.Ended or ImportState.Undoing,
            HasRejected: session is not null && counts.Errors > 0,
            session?.User == user ? session.Id : null);
    }
}
