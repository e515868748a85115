using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Starts, follows and stops the work on a session.</summary>
internal static class WorkEndpoints
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/{id}/preview", (string id, SessionRequests requests, UserLimits limits, CancellationToken cancellationToken) =>
            StartAsync(id, JobKind.Preview, session => !session.IsFixed, requests, limits, cancellationToken));
        api.MapPost("/sessions/{id}/add", (string id, SessionRequests requests, UserLimits limits, CancellationToken cancellationToken) =>
            StartAsync(id, JobKind.Add, session => session.Report is null && session.PlanOf is not null, requests, limits, cancellationToken));
        api.MapPost("/sessions/{id}/undo", (string id, SessionRequests requests, UserLimits limits, CancellationToken cancellationToken) =>
            StartAsync(id, JobKind.Undo, session => session.Report is { Undo: null } || session is { Report: null, HasBegun: true }, requests, limits, cancellationToken));
        api.MapPost("/sessions/{id}/cancel", CancelAsync);
        api.MapGet("/sessions/{id}/events", EventsAsync);
        api.MapGet("/sessions/{id}/rejected", RejectedAsync);
    }

    private static Task<IResult> StartAsync(
        string id, JobKind kind, Func<ImportSession, bool> isNeeded, SessionRequests requests, UserLimits limits, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async _ =>
        {
            if (!limits.MayStart(requests.User))
            {
                return Results.Problem(title: "Too many", statusCode: StatusCodes.Status429TooManyRequests);
            }

            return await requests.Sessions.StartAsync(id, kind, isNeeded, requests.Shows, cancellationToken).ConfigureAwait(false) is { } started
                ? await requests.ShowAsync(started, StatusCodes.Status202Accepted, cancellationToken).ConfigureAwait(false)
                : Problems.Changed();
        },
        cancellationToken);

    private static Task<IResult> CancelAsync(string id, SessionRequests requests, IServiceProvider services, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async _ =>
        {
            var changed = await Histories.CancelAsync(services, requests.Sessions, id, requests.User, cancellationToken).ConfigureAwait(false);
            return await requests.ShowAsync(changed!.Value, StatusCodes.Status202Accepted, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>
    /// Says that something changed, as server-sent events. Their ids count the changes of this session, so that one who comes back with the last id
    /// is told at once what was missed.
    /// </summary>
    private static Task<IResult> EventsAsync(HttpContext http, string id, SessionRequests requests, TimeProvider time, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async _ =>
        {
            http.Response.ContentType = MediaTypeNames.Text.EventStream;
            http.Response.Headers["X-Accel-Buffering"] = "no";
            var last = http.Request.Headers["Last-Event-ID"].ToString();
            var silent = time.GetTimestamp();
            while (!cancellationToken.IsCancellationRequested
                && await requests.Sessions.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } found)
            {
                var progress = await requests.Sessions.ProgressAsync(id, cancellationToken).ConfigureAwait(false);
                var now = string.Create(CultureInfo.InvariantCulture, $"{found.Version}.{progress?.At.UtcTicks ?? 0}");
                if (now != last)
                {
                    var job = SessionViews.JobOf(found.Session, progress, rows: 0, requests.Texts, time);
                    await http.Response.WriteAsync($"event: state\nid: {now}\ndata: {JsonSerializer.Serialize(job, PageJson.Default.JobView)}\n\n", cancellationToken).ConfigureAwait(false);
                    (last, silent) = (now, time.GetTimestamp());
                }
                else if (time.GetElapsedTime(silent) > Heartbeat)
                {
                    await http.Response.WriteAsync(": still there\n\n", cancellationToken).ConfigureAwait(false);
                    silent = time.GetTimestamp();
                }

                await http.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(Beat, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return Results.Empty;
        },
        cancellationToken);

    private static Task<IResult> RejectedAsync(HttpContext http, string id, SessionRequests requests, IServiceProvider services, CancellationToken cancellationToken) =>
        requests.WithAsync(
            id,
            async found =>
            {
                if (await requests.Sessions.PlanAsync(found.Session, cancellationToken).ConfigureAwait(false) is not { } plan)
                {
                    return Problems.NotFound();
                }

                var source = requests.Sessions.SourceOf(found.Session);
                var report = await Histories.ReportAsync(services, requests.Sessions, found.Session, cancellationToken).ConfigureAwait(false);
                return Results.Stream(
                    destination => report is null
                        ? requests.Importer.WriteRejectedRowsAsync(source, plan, destination, requests.Texts, cancellationToken)
                        : requests.Importer.WriteRejectedRowsAsync(source, report, destination, requests.Texts, cancellationToken),
                    "text/csv",
                    NameOf(found.Session.FileName));
            },
            cancellationToken);

    private static string NameOf(string fileName) => $"{Path.GetFileNameWithoutExtension(fileName)}-rejected.csv";
}
