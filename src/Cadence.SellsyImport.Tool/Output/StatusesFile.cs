using System.Collections.Immutable;
using CsvHelper;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The CSV of <c>--statuses</c>: a line for every row, in the order of the file.</summary>
internal static class StatusesFile
{
    private static readonly CsvWriterOptions Options = new() { Separator = ';', Injection = CsvInjection.Escape };

    /// <summary>The fields that would change have their own column if the plan changes leads.</summary>
    public static Task WriteAsync(Stream destination, IAsyncEnumerable<PreviewRow> rows, ImportPlan plan) =>
        WriteAsync(destination, rows.Select(row => (row, Words.Of(row.Status), row.Issues)), plan, hasChanges: plan.ExistingLeads != ExistingLeadPolicy.Skip);

    public static Task WriteAsync(Stream destination, IAsyncEnumerable<ReportRow> rows, ImportPlan plan) =>
        WriteAsync(destination, rows.Select(row => (row.Preview, Words.Of(row.Outcome), row.Issues)), plan, hasChanges: false);

    private static async Task WriteAsync(
        Stream destination, IAsyncEnumerable<(PreviewRow, string, ImmutableArray<ImportIssue>)> rows, ImportPlan plan, bool hasChanges)
    {
        await using var writer = CsvWriter.Create(destination, Options, leaveOpen: true);
        await writer.WriteRecordAsync(["row", "lines", "sellsy_contact_id", "status", "codes", "owner_id", .. hasChanges ? ["changes"] : Array.Empty<string>()]);
        await foreach (var (row, status, issues) in rows)
        {
            var codes = string.Join(',', issues.Select(issue => issue.Code).Distinct());
            string[] changes = hasChanges ? [string.Join(',', row.Changes.Select(change => change.IsUnread ? nameof(Lead.UnreadValues) : change.Field).Distinct())] : [];
            var owner = issues.Any(issue => issue.Code == IssueCodes.ContactMerged) ? null : row.Owner;
            await writer.WriteRecordAsync([$"{row.Number}", Words.Lines(row.Row.Lines), PlanView.ContactId(row, plan.Mapping), status, codes, owner?.Id ?? "", .. changes]);
        }
    }
}
