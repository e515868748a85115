using System.Globalization;
using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows the rows of a plan or of a report.</summary>
internal sealed class RowViews(ISellsyCsvReader reader, PageFiles files)
{
    public async Task<(List<RowView> Rows, long? Next)> ListAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, RowQuery query, CancellationToken cancellationToken)
    {
        RowSelection.TryParse(session.Selection, out var selection);
        var page = await PageAsync(requests, session, plan, report, query, cancellationToken).ConfigureAwait(false);
        return ([.. page.Rows.Select(row => ViewOf(row, selection ?? RowSelection.All, requests.Texts, session.IsStale))], page.NextRow);
    }

    public async Task<RowDetailView?> FindAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, long number, CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(requests, session, plan, report, number, cancellationToken).ConfigureAwait(false))
        {
            return DetailOf(row, session, plan, requests.Texts, session.IsStale);
        }

        return null;
    }

    public async Task<RowDetailView?> JudgeAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, Corrections corrections, long number, CancellationToken cancellationToken)
    {
        var row = await requests.Importer.JudgeRowAsync(requests.Sessions.SourceOf(session), plan, corrections, number, cancellationToken).ConfigureAwait(false);
        return DetailOf(new(row, RowOutcome.Skipped, row.Issues), session, plan, requests.Texts, isProvisional: true);
    }

    /// <summary>How many rows have exactly a text in a column.</summary>
    public async Task<long> CountAsync(ImportSession session, int column, string text, CancellationToken cancellationToken)
    {
        var count = 0L;
        var stream = await files.OpenAsync(session.FileName, session.FileId, session.Reading.Sheet, cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var export = await reader.OpenAsync(stream, session.FileName, session.Reading.ToOverrides(), cancellationToken).ConfigureAwait(false);
        await using var closingExport = export.ConfigureAwait(false);
        await foreach (var row in export.ReadRowsAsync(new([column]), cancellationToken).ConfigureAwait(false))
        {
            count += row[column] == text ? 1 : 0;
        }

        return count;
    }

    private static async IAsyncEnumerable<ReportRow> ReadAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, long first,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = requests.Sessions.SourceOf(session);
        if (report is not null)
        {
            await foreach (var row in requests.Importer.ReadReportAsync(source, report, first, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            yield break;
        }

        await foreach (var row in requests.Importer.ReadPreviewAsync(source, PlannedOf(session, plan), first, cancellationToken).ConfigureAwait(false))
        {
            yield return PlannedRowOf(row);
        }
    }

    private static async Task<RowPage<ReportRow>> PageAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, RowQuery query, CancellationToken cancellationToken)
    {
        var source = requests.Sessions.SourceOf(session);
        if (report is not null)
        {
            return await requests.Importer.ReadReportAsync(source, report, query, cancellationToken).ConfigureAwait(false);
        }

        var page = await requests.Importer.ReadPreviewAsync(source, PlannedOf(session, plan), query, cancellationToken).ConfigureAwait(false);
        return new([.. page.Rows.Select(PlannedRowOf)], page.NextRow);
    }

    private static ImportPlan PlannedOf(ImportSession session, ImportPlan plan) =>
        session.Policy is { } policy && plan.PolicyCounts.Any(counts => counts.Policy == policy) ? plan.WithExistingLeads(policy) : plan;

    private static ReportRow PlannedRowOf(PreviewRow row) => new(row, row.Status == RowStatus.Error ? RowOutcome.Error : RowOutcome.Skipped, row.Issues);

    private static RowView ViewOf(ReportRow row, RowSelection selection, ImportTexts texts, bool isProvisional)
    {
        var (preview, lead) = (row.Preview, row.Preview.Lead);
        var canBeTicked = preview.CanBeAdded || preview.CanBeUpdated;
        return new(
            row.Number,
            string.Join(' ', new[] { lead?.FirstName, lead?.LastName }.Where(name => !string.IsNullOrEmpty(name))),
            lead?.Company?.Name ?? "",
            lead?.JobPosition ?? "",
            lead is { Emails: [var email, ..] } ? email.Address : "",
            preview.Owner?.FullName ?? lead?.NamedOwner.Name ?? "",
            row.Status.ToString().ToLowerInvariant(),
            texts.Label(row.Status),
            canBeTicked,
            canBeTicked && selection.Contains(row.Number),
            isProvisional,
            row.Issues.Select(texts.IssueText).FirstOrDefault() ?? "");
    }

    private static RowDetailView DetailOf(ReportRow row, ImportSession session, ImportPlan plan, ImportTexts texts, bool isProvisional)
    {
        RowSelection.TryParse(session.Selection, out var selection);
        var view = ViewOf(row, selection ?? RowSelection.All, texts, isProvisional);
        var source = row.Preview.Row;
        var active = row.Issues.FirstOrDefault(issue => issue.Code == IssueCodes.AlreadyInCadence);
        return new(
            view,
            [.. source.Columns.Indexes.Select(column => new CellView(column, plan.Facts.Columns[column].Heading, source[column], OriginalOf(row.Issues, column)))],
            [.. LeadTexts.Of(row.Preview.Lead, texts)],
            [.. row.Issues.Select(issue => SessionViews.FindingOf(issue, texts))],
            active is { Arguments: [{ Length: > 0 } cadences] } ? cadences.Split(", ") : [],
            [.. row.Preview.Changes.Select(change => new ChangeView(texts.FieldLabel(change), change.Before, change.After))],
            plan.MatchOf(row.Number) is { } match ? new(match.SellsyContactId, match.ExistingContactId) : null);
    }

    /// <summary>The text that a corrected cell has in the file; null for one that was not corrected.</summary>
    public static string? OriginalOf(IEnumerable<ImportIssue> issues, int column) => issues
        .FirstOrDefault(issue => issue.Code == IssueCodes.CellCorrected && issue.Arguments[3] == (column + 1).ToString(CultureInfo.InvariantCulture))?.Arguments[1];
}
