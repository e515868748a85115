using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>What a person does with a file before anything is written.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/config", async (HttpContext http, ConfigViews views, CancellationToken cancellationToken) =>
            Results.Json(await views.OfAsync(Languages.Of(http), cancellationToken).ConfigureAwait(false), PageJson.Default.ConfigView));
        api.MapPost("/sessions", OpenAsync);
        api.MapGet("/sessions/{id}", (string id, SessionRequests requests, CancellationToken cancellationToken) =>
            requests.WithAsync(id, found => requests.ShowAsync(found, StatusCodes.Status200OK, cancellationToken), cancellationToken));
        api.MapPatch("/sessions/{id}", ChangeAsync);
        api.MapGet("/sessions/{id}/profile", ProfileAsync);
        api.MapPut("/sessions/{id}/profile", LoadProfileAsync);
        api.MapPost("/sessions/{id}/mended", MendedAsync);
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, SessionRequests requests, PageStores stores, PageFiles files, IOptions<SellsyImportPageOptions> options, IOptions<SellsyImportOptions> fields, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync(PageJson.Default.SessionRequest, cancellationToken).ConfigureAwait(false);
        if (await FileEndpoints.OfUserAsync(http, request.FileId ?? "", stores, options.Value, cancellationToken).ConfigureAwait(false) is not { IsComplete: true } file)
        {
            return Problems.NotFound();
        }

        var session = new ImportSession
        {
            Id = StoredFile.NewId(),
            User = file.User,
            CreatedAt = time.GetUtcNow(),
            FileId = file.Id,
            FileName = file.Name,
            FileSize = file.Size,
            Sheets = await files.SheetsAsync(file.Name, file.Id, cancellationToken).ConfigureAwait(false),
        };
        if (await ReadAsync(requests, session, request.Reading, fields.Value.Fields, cancellationToken).ConfigureAwait(false) is not { } read)
        {
            return Invalid();
        }

        // A file that cannot be read is refused here, in words.
        await requests.Sessions.OverviewAsync(requests.Importer, read, cancellationToken).ConfigureAwait(false);
        return await requests.ShowAsync(
            await requests.Sessions.CreateAsync(read, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created, cancellationToken).ConfigureAwait(false);
    }

    private static Task<IResult> ChangeAsync(
        HttpContext http, string id, SessionRequests requests, IOptions<SellsyImportOptions> options, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async found =>
        {
            var patch = await http.ReadAsync(PageJson.Default.SessionPatch, cancellationToken).ConfigureAwait(false);
            if (found.Session.IsFixed)
            {
                return Fixed();
            }

            if (!requests.Shows(found.Version))
            {
                return Problems.Changed();
            }

            if (!patch.IsWhole || await ReadAsync(requests, found.Session, patch.Reading, options.Value.Fields, cancellationToken).ConfigureAwait(false) is not { } read
                || PatchOf(read, patch, read.Reading.HasRowsOf(found.Session.Reading)) is not { } changed)
            {
                return Invalid();
            }

            if (patch.Mapping is not null)
            {
                // A mapping that no preview takes is refused before it is stored.
                var overview = await requests.Sessions.OverviewAsync(requests.Importer, changed, cancellationToken).ConfigureAwait(false);
                _ = requests.Sessions.MappingOf(changed, overview);
            }

            return await requests.Sessions.WriteAsync(changed, found.Version, cancellationToken).ConfigureAwait(false) is { } version
                ? await requests.ShowAsync((changed, version), StatusCodes.Status200OK, cancellationToken).ConfigureAwait(false)
                : Problems.Changed();
        },
        cancellationToken);

    private static IResult Invalid() => Problems.Invalid("A value of the change is not allowed.");

    private static IResult Fixed() => Results.Problem(title: "Conflict", statusCode: StatusCodes.Status409Conflict);

    /// <summary>The session with its file read as the change says, or null where no file can be read so.</summary>
    private static async Task<ImportSession?> ReadAsync(
        SessionRequests requests, ImportSession session, SessionReading? reading, LeadFieldCollection fields, CancellationToken cancellationToken)
    {
        if (reading is null)
        {
            return session;
        }

        var dates = fields.Where(field => field.Kind is LeadFieldKind.Date or LeadFieldKind.DateTime).Select(field => field.Name);
        if (reading.DateOrders.Keys.Except(dates, StringComparer.Ordinal).Any())
        {
            return null;
        }

        try
        {
            return await requests.Sessions.ReadAsAsync(requests.Importer, session, reading, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or SellsyImportException { Code: ErrorCodes.OptionInvalid })
        {
            return null;
        }
    }

    /// <summary>The changed session, or null where the change has values that no session can have.</summary>
    private static ImportSession? PatchOf(ImportSession session, SessionPatch patch, bool hasSameRows)
    {
        var changed = session;
        if (patch.Mapping is { } assignments && assignments.SelectMany(one => one.Values ?? []).Any(value => string.IsNullOrWhiteSpace(value.From) || value.To is null))
        {
            return null;
        }

        if (patch.Reading is not null || patch.Mapping is not null || patch.Decisions is not null || patch.Corrections is not null)
        {
            changed = (session with
            {
                Mapping = patch.Mapping ?? session.Mapping,
                Decisions = patch.Decisions ?? session.Decisions,
                Corrections = patch.Corrections ?? session.Corrections,
            }).WithoutPlan(hasSameRows);
        }

        try
        {
            _ = SessionService.OptionsOf(changed);
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (patch.Policy is { } policy)
        {
            if (!Enum.TryParse<ExistingLeadPolicy>(policy, out var parsed) || !Enum.IsDefined(parsed))
            {
                return null;
            }

            changed = changed with { Policy = parsed };
        }

        if (patch.Selection is { } selection)
        {
            if (!RowSelection.TryParse(selection, out var parsed))
            {
                return null;
            }

            changed = changed with { Selection = parsed.ToString() };
        }

        return changed;
    }

    private static Task<IResult> ProfileAsync(string id, SessionRequests requests, CancellationToken cancellationToken) => requests.WithAsync(
        id,
        async found =>
        {
            var overview = await requests.Sessions.OverviewAsync(requests.Importer, found.Session, cancellationToken).ConfigureAwait(false);
            var profile = ImportProfile.From(requests.Sessions.MappingOf(found.Session, overview), found.Session.Decisions.ToOwners(), overview.Columns)
                .WithOverrides(found.Session.Reading.ToOverrides())
                .WithMatchDecisions(found.Session.Decisions.ToMatches());
            return Results.File(System.Text.Encoding.UTF8.GetBytes(profile.ToJson()), "application/json", "profile.json");
        },
        cancellationToken);

    private static Task<IResult> LoadProfileAsync(HttpContext http, string id, SessionRequests requests, IOptions<SellsyImportOptions> options, CancellationToken cancellationToken) =>
        requests.WithAsync(
            id,
            async found =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var profile = ImportProfile.Parse(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), "profile.json");
                var read = profile.Overrides == ReadingOverrides.None
                    ? found.Session
                    : await requests.Sessions.ReadAsAsync(requests.Importer, found.Session, SessionReading.Of(profile.Overrides) with { Sheet = found.Session.Reading.Sheet }, cancellationToken).ConfigureAwait(false);
                var overview = await requests.Sessions.OverviewAsync(requests.Importer, read, cancellationToken).ConfigureAwait(false);
                var mapping = profile.ApplyTo(found.Session.FileName, overview.Columns, options.Value.Fields);
                var changed = await requests.Sessions.UpdateAsync(
                    id,
                    session => session.IsFixed ? session : (session with
                    {
                        Reading = read.Reading,
                        Corrections = read.Reading.HasRowsOf(session.Reading) ? session.Corrections : new(),
                        Mapping = [.. SessionViews.AssignmentsOf(mapping)],
                        Decisions = SessionDecisions.Of(profile),
                    }).WithoutPlan(read.Reading.HasRowsOf(session.Reading)),
                    cancellationToken).ConfigureAwait(false);
                return changed!.Value.Session.IsFixed ? Fixed() : await requests.ShowAsync(changed.Value, StatusCodes.Status200OK, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    private static Task<IResult> MendedAsync(
        HttpContext http, string id, SessionRequests requests, PageStores stores, PageFiles files, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken) =>
        requests.WithAsync(
            id,
            async found =>
            {
                var request = await http.ReadAsync(PageJson.Default.SessionRequest, cancellationToken).ConfigureAwait(false);
                var file = await FileEndpoints.OfUserAsync(http, request.FileId ?? "", stores, options.Value, cancellationToken).ConfigureAwait(false);
                if (file is not { IsComplete: true } || await requests.Sessions.PlanAsync(found.Session, cancellationToken).ConfigureAwait(false) is not { } plan)
                {
                    return Problems.NotFound();
                }

                var mended = await requests.Importer.ReadMendedRowsAsync(
                    requests.Sessions.SourceOf(found.Session), plan, files.SourceOf(file.Name, file.Id), cancellationToken).ConfigureAwait(false);
                var changed = await requests.Sessions.UpdateAsync(
                    id,
                    session => session.IsFixed ? session : (session with { Corrections = SessionCorrections.Of(mended.Corrections) }).WithoutPlan(hasSameRows: true),
                    cancellationToken).ConfigureAwait(false);
                if (changed!.Value.Session.IsFixed)
                {
                    return Fixed();
                }

                var view = await requests.ViewAsync(changed.Value, cancellationToken).ConfigureAwait(false);
                return Results.Json(new MendedView(view, mended.Rows, mended.UnknownRows), PageJson.Default.MendedView);
            },
            cancellationToken);
}
