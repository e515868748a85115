using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows the rows of a plan or of a report.</summary>
internal sealed class RowViews(ISellsyCsvReader reader, IExportStore files)
{
    /// <summary>A request reads no more rows than this; the next one goes on from there.</summary>
    private const int MostRead = 20_000;

    public async Task<(List<RowView> Rows, long? Next)> ListAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, RowFilter filter, long first, int count, CancellationToken cancellationToken)
    {
        var rows = new List<RowView>();
        var start = NextOf(plan, report, filter, first);
        var read = 0;
        RowSelection.TryParse(session.Selection, out var selection);
        await foreach (var row in ReadAsync(requests, session, plan, report, start, cancellationToken).ConfigureAwait(false))
        {
            if (rows.Count == count || read++ == MostRead)
            {
                return (rows, row.Number);
            }

            if (IsShown(row, filter))
            {
                rows.Add(ViewOf(row, selection ?? RowSelection.All, requests.Texts, isProvisional: false));
            }
        }

        return (rows, null);
    }

    public async Task<RowDetailView?> FindAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportReport? report, long number, CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(requests, session, plan, report, number, cancellationToken).ConfigureAwait(false))
        {
            return DetailOf(row, session, plan, requests.Texts, isProvisional: false);
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
        var stream = await files.OpenAsync(session.FileId, cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var export = await reader.OpenAsync(stream, session.FileName, cancellationToken).ConfigureAwait(false);
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

        var planned = session.Policy is { } policy && plan.PolicyCounts.Any(counts => counts.Policy == policy) ? plan.WithExistingLeads(policy) : plan;
        await foreach (var row in requests.Importer.ReadPreviewAsync(source, planned, first, cancellationToken).ConfigureAwait(false))
        {
            yield return new(row, row.Status == RowStatus.Error ? RowOutcome.Error : RowOutcome.Skipped, row.Issues);
        }
    }

    /// <summary>The first row that can have the status, found without reading.</summary>
    private static long NextOf(ImportPlan plan, ImportReport? report, RowFilter filter, long first)
    {
        if (report is not null || !Enum.TryParse<RowStatus>(filter.Status, ignoreCase: true, out var status))
        {
            return first;
        }

        while (first <= plan.Rows && plan.StatusOf(first) != status)
        {
            first++;
        }

        return first;
    }

    private static bool IsShown(ReportRow row, RowFilter filter) =>
        (filter.Status.Length == 0 || row.Status.ToString().Equals(filter.Status, StringComparison.OrdinalIgnoreCase))
        && (filter.Code.Length == 0 || row.Issues.Any(issue => issue.Code == filter.Code))
        && (filter.Owner.Length == 0 || row.Preview.Owner?.Id == filter.Owner)
        && (filter.Text.Length == 0 || Contains(row.Preview.Row, filter.Text));

    private static bool Contains(SellsyRow row, string text) =>
        row.Columns.Indexes.Any(column => row[column].Contains(text, StringComparison.OrdinalIgnoreCase));

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
            [.. source.Columns.Indexes.Select(column => new CellView(column, plan.Facts.Columns[column].Heading, source[column], OriginalOf(row, plan, column)))],
            [.. LeadTexts.Of(row.Preview.Lead, texts)],
            [.. row.Issues.Select(issue => SessionViews.FindingOf(issue, texts))],
            active is { Arguments: [{ Length: > 0 } cadences] } ? cadences.Split(", ") : [],
            [.. row.Preview.Changes.Select(change => new ChangeView(texts.FieldLabel(change.Field), change.Before, change.After))]);
    }

    private static string? OriginalOf(ReportRow row, ImportPlan plan, int column) => row.Issues
        .FirstOrDefault(issue => issue.Code == IssueCodes.CellCorrected && issue.Column == plan.Facts.Columns[column].Heading)?.Arguments[1];
}
