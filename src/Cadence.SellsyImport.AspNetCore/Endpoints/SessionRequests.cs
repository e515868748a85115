using System.Globalization;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>What every request about a session needs. Created for each request.</summary>
internal sealed class SessionRequests(
    IHttpContextAccessor accessor,
    SessionService sessions,
    ISellsyImporter importer,
    SessionViews views,
    IOptions<SellsyImportPageOptions> options)
{
    private HttpContext Http => accessor.HttpContext!;

    public SessionService Sessions => sessions;

    public ISellsyImporter Importer => importer;

    public string User => options.Value.UserOf(Http.User);

    public ImportTexts Texts => Languages.Of(Http);

    /// <summary>Whether the page shows the session at a version, or does not say at which one.</summary>
    public bool Shows(long version) =>
        Http.Request.Headers.IfMatch.ToString().Trim('"') is var shown && (shown.Length == 0 || shown == version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Answers with a session of the user, or that there is none.</summary>
    public async Task<IResult> WithAsync(string id, Func<(ImportSession Session, long Version), Task<IResult>> answer, CancellationToken cancellationToken)
    {
        if (await sessions.ReadOfAsync(id, User, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Problems.NotFound();
        }

        var progress = await sessions.ProgressAsync(id, cancellationToken).ConfigureAwait(false);
        return await answer(await sessions.TakeUpAsync(found, progress, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task<IResult> ShowAsync((ImportSession Session, long Version) found, int status, CancellationToken cancellationToken)
    {
        var view = await views.OfAsync(importer, found.Session, found.Version, Texts, cancellationToken).ConfigureAwait(false);
        Http.Response.Headers.ETag = $"\"{found.Version}\"";
        return Results.Json(view, PageJson.Default.SessionView, statusCode: status);
    }

    public Task<SessionView> ViewAsync((ImportSession Session, long Version) found, CancellationToken cancellationToken) =>
        views.OfAsync(importer, found.Session, found.Version, Texts, cancellationToken);
}
