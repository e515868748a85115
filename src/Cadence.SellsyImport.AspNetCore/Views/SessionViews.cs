using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Mapping;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows sessions. Created for each request.</summary>
internal sealed class SessionViews(SessionService sessions, PlanViews plans, StoreAbilities store, IOptions<SellsyImportOptions> options, TimeProvider time)
{
    private const int SampleRows = 10;
    private const int SampleValues = 3;

    public static IEnumerable<SessionAssignment> AssignmentsOf(FieldMapping mapping) => mapping.Assignments
        .GroupBy(one => one.Field.Name, StringComparer.Ordinal)
        .Select(field => new SessionAssignment(
            field.Key,
            [.. field.Where(one => one.Column is not null).Select(one => one.Column!.Index)],
            field.First().Constant,
            [.. field.SelectMany(one => one.Values, (one, value) => new SessionValue(one.Column!.Index, value.Text, value.Value))]));

    public async Task<SessionView> OfAsync(ISellsyImporter importer, ImportSession session, long version, ImportTexts texts, CancellationToken cancellationToken)
    {
        var overview = await sessions.OverviewAsync(importer, session, cancellationToken).ConfigureAwait(false);
        var mapping = sessions.MappingOf(session, overview);
        var plan = await sessions.PlanAsync(session, cancellationToken).ConfigureAwait(false);
        var progress = session.Job is null ? null : await sessions.ProgressAsync(session.Id, cancellationToken).ConfigureAwait(false);
        var format = overview.Format;
        return new(
            session.Id,
            version,
            StepOf(session),
            new(session.FileName, session.FileSize, IsWorkbook: session.Sheets is not null, session.Sheets ?? []),
            new(
                format.Encoding, format.Separator.ToString(), format.HeadingLines.First, format.Family.ToString(), SessionReading.ShortRowsAreErrors,
                [.. format.Findings.Concat(overview.Suggestion.Findings).Select(finding => FindingOf(finding, texts))]),
            session.Reading,
            [.. overview.Columns.Select(column => new ColumnView(column.Index, column.Heading, SamplesOf(overview, column)))],
            [.. overview.Sample.Take(SampleRows).Select(row => overview.Columns.Select(column => row[column.Index]).ToList())],
            [.. AssignmentsOf(mapping)],
            [.. overview.Suggestion.Mapping.Assignments.Where(one => one.Column is not null).Select(one => SuggestionOf(one, texts))],
            [.. overview.Columns.Where(column => !mapping.Columns.Contains(column.Index)).Select(column => column.Index)],
            [.. options.Value.Fields.Where(field => field.IsMandatory && IsMissing(field, mapping)).Select(field => new MissingView(field.Name, texts.FieldLabel(field.Name)))],
            DecisionsOf(session.Decisions),
            new([.. session.Corrections.Cells ?? []], [.. session.Corrections.Values ?? []], [.. session.Corrections.Excluded ?? []]),
            (session.Policy ?? options.Value.ExistingLeads).ToString(),
            session.Selection,
            session.Job is null ? null : JobOf(session, progress, plan?.Rows ?? 0, texts, time),
            plan is null ? null : plans.Of(plan, texts, session.IsStale),
            session.Report is { } report ? ReportOf(report) : null);
    }

    public static JobView JobOf(ImportSession session, SessionProgress? progress, long rows, ImportTexts texts, TimeProvider time)
    {
        if (session.Job is not { } job)
        {
            return new("preview", "done", 0, 0, 0, 0, null, null, null);
        }

        var now = progress?.Token == job.Token ? progress : null;
        var seconds = (time.GetUtcNow() - job.StartedAt).TotalSeconds;
        var total = job.Kind == JobKind.Add ? rows : now is { Share: > 0.01 } ? (long)(now.Rows / now.Share) : 0;
        var share = job.Kind == JobKind.Add && rows > 0 ? (double)(now?.Rows ?? 0) / rows : now?.Share ?? 0;
        return new(
            NameOf(job.Kind),
            NameOf(job.State),
            now?.Rows ?? 0,
            total,
            now?.Added ?? 0,
            now?.Errors ?? 0,
            seconds > 1 && now is { Rows: > 0 } ? now.Rows / seconds : null,
            seconds > 1 && share is > 0.02 and < 1 ? seconds * (1 - share) / share : null,
            job.Problem is { } problem ? Problems.View(texts, problem) : null);
    }

    public static FindingView FindingOf(ImportIssue issue, ImportTexts texts) => new(issue.Code, texts.IssueText(issue), SeverityOf(issue.Severity));

    public static string SeverityOf(IssueSeverity severity) => severity == IssueSeverity.Error ? "error" : "warning";

    private static DecisionsView DecisionsOf(SessionDecisions decisions) =>
        new([.. decisions.Owners ?? []], decisions.Blank, decisions.Unknown, [.. decisions.Matches ?? []], decisions.OtherMatches);

    private static string StepOf(ImportSession session) => session switch
    {
        { Report: not null } => "done",
        { Job.Kind: JobKind.Add } or { HasBegun: true } => "add",
        { PlanOf: not null } => "preview",
        _ => "map",
    };

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool IsMissing(LeadField field, FieldMapping mapping) =>
        mapping.Find(field) is null && !(field.Equals(LeadFields.Owner) && mapping.Find(LeadFields.OwnerSellsyId) is not null);

    private static List<string> SamplesOf(ExportOverview overview, ExportColumn column) =>
        [.. overview.Sample.Where(row => !row.IsDamaged).Select(row => row[column.Index]).Where(text => text.Length > 0).Distinct().Take(SampleValues)];

    private static SuggestionView SuggestionOf(FieldAssignment one, ImportTexts texts) => new(
        one.Field.Name,
        one.Column!.Index,
        one.Evidence.ToString(),
        (one.Evidence, texts.Language) switch
        {
            (MappingEvidence.Exact, "fr") => "l'en-tête est le nom du champ",
            (MappingEvidence.Exact, _) => "the heading is the name of the field",
            (_, "fr") => "l'en-tête est un nom connu de ce champ",
            _ => "the heading is a known name of the field",
        });

    private ReportView ReportOf(SessionReport report)
    {
        var counts = report.Counts;
        return new(
            report.ImportId,
            new(counts.Read, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Errors),
            report.Elapsed,
            store.CanUndo,
            HasRejected: counts.Errors > 0,
            report.Undo);
    }
}
