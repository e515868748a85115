using System.Globalization;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Cadence.SellsyImport.Preview;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The rows of a plan, or of the report once there is one.</summary>
internal static class RowEndpoints
{
    private const int MostRows = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sessions/{id}/rows", ListAsync);
        api.MapGet("/sessions/{id}/rows/{number:long}", ShowAsync);
        api.MapPost("/sessions/{id}/judge", JudgeAsync);
        api.MapPost("/sessions/{id}/count", CountAsync);
        api.MapGet("/sessions/{id}/causes/{cause}", ValuesAsync);
    }

    private static Task<IResult> ListAsync(
        string id, SessionRequests requests, RowViews views, IServiceProvider services,
        long first, int count, string? status, string? code, string? field, string? owner, string? text, CancellationToken cancellationToken) =>
        WithPlanAsync(id, requests, async (session, plan) =>
        {
            if (first < 1 || count is < 1 or > MostRows)
            {
                return Problems.Invalid("The first row is 1 or more, and the rows are 1 to 200.");
            }

            var report = await Histories.ReportAsync(services, requests.Sessions, session, cancellationToken).ConfigureAwait(false);
            var all = new RowQuery { FirstRow = first, Count = count };
            var query = all with
            {
                Status = StatusOf(status),
                Code = NullIfEmpty(code),
                Field = NullIfEmpty(field),
                Owner = NullIfEmpty(owner) is { } id ? PlanViews.OwnerOf(plan, id) : null,
                Text = NullIfEmpty(text),
            };
            if ((query.Status is null && NullIfEmpty(status) is not null) || (query.Owner is null && NullIfEmpty(owner) is not null))
            {
                return Problems.Invalid("The status and the owner are those that the plan shows.");
            }

            var (rows, next) = await views.ListAsync(requests, session, plan, report, query, cancellationToken).ConfigureAwait(false);
            return Results.Json(new RowsView(rows, next, query == all ? plan.Rows : null), PageJson.Default.RowsView);
        }, cancellationToken);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static RowStatus? StatusOf(string? text)
    {
        foreach (var status in Enum.GetValues<RowStatus>())
        {
            if (status.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        return null;
    }

    private static Task<IResult> ShowAsync(
        string id, long number, SessionRequests requests, RowViews views, IServiceProvider services, CancellationToken cancellationToken) =>
        WithPlanAsync(id, requests, async (session, plan) =>
        {
            if (number < 1 || number > plan.Rows)
            {
                return Problems.NotFound();
            }

            var report = await Histories.ReportAsync(services, requests.Sessions, session, cancellationToken).ConfigureAwait(false);
            return await views.FindAsync(requests, session, plan, report, number, cancellationToken).ConfigureAwait(false) is { } detail
                ? Results.Json(detail, PageJson.Default.RowDetailView)
                : Problems.NotFound();
        }, cancellationToken);

    /// <summary>Judges one row with other cells, by itself: what other rows of the file say about it follows with the whole preview.</summary>
    private static Task<IResult> JudgeAsync(HttpContext http, string id, SessionRequests requests, RowViews views, CancellationToken cancellationToken) =>
        WithPlanAsync(id, requests, async (session, plan) =>
        {
            var request = await http.ReadAsync(PageJson.Default.JudgeRequest, cancellationToken).ConfigureAwait(false);
            if (request.Row < 1 || request.Row > plan.Rows || request.Cells is not { Count: > 0 } cells)
            {
                return Problems.Invalid("A row of the file and at least one cell are expected.");
            }

            var corrections = plan.Corrections;
            foreach (var (column, text) in cells)
            {
                if (!int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || text is null)
                {
                    return Problems.Invalid("A cell has the number of its column and a text.");
                }

                corrections = corrections.WithCell(request.Row, index, text);
            }

            return await views.JudgeAsync(requests, session, plan, corrections, request.Row, cancellationToken).ConfigureAwait(false) is { } detail
                ? Results.Json(detail, PageJson.Default.RowDetailView)
                : Problems.NotFound();
        }, cancellationToken);

    private static Task<IResult> CountAsync(HttpContext http, string id, SessionRequests requests, RowViews views, CancellationToken cancellationToken) =>
        WithPlanAsync(id, requests, async (session, plan) =>
        {
            var request = await http.ReadAsync(PageJson.Default.CountRequest, cancellationToken).ConfigureAwait(false);
            return request.From is null
                ? Problems.Invalid("A text is expected.")
                : Results.Json(new CountView(await views.CountAsync(session, request.Column, request.From, cancellationToken).ConfigureAwait(false)), PageJson.Default.CountView);
        }, cancellationToken);

    /// <summary>The texts of the cells of a cause.</summary>
    private static Task<IResult> ValuesAsync(string id, string cause, SessionRequests requests, CancellationToken cancellationToken) =>
        WithPlanAsync(
            id,
            requests,
            async (session, plan) => PlanViews.CauseOf(plan, cause) is { } one && PlanViews.ColumnOf(plan, one) is { } column
                ? Results.Json(
                    await CauseValues.OfAsync(requests, session, plan, one, column, cancellationToken).ConfigureAwait(false), PageJson.Default.CauseValuesView)
                : Problems.NotFound(),
            cancellationToken);

    private static Task<IResult> WithPlanAsync(
        string id, SessionRequests requests, Func<ImportSession, ImportPlan, Task<IResult>> answer, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async found => await requests.Sessions.PlanAsync(found.Session, cancellationToken).ConfigureAwait(false) is { } plan
            ? await answer(found.Session, plan).ConfigureAwait(false)
            : Problems.NotFound(),
        cancellationToken);
}
