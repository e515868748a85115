using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The parts that the JSON answers have in common.</summary>
internal static class JsonParts
{
    public static JsonObject Format(ExportFormat format, IEnumerable<ImportIssue> findings) => new()
    {
        ["encoding"] = format.Encoding,
        ["separator"] = $"{format.Separator}",
        ["family"] = Words.Of(format.Family),
        ["newline"] = Words.Of(format.NewLine),
        ["bom"] = format.HasByteOrderMark,
        ["findings"] = Array(findings, finding => new JsonObject
        {
            ["code"] = finding.Code,
            ["text"] = Library.IssueText(finding),
            ["arguments"] = Texts(finding.Arguments),
            ["column"] = finding.Column,
            ["field"] = finding.Field,
        }),
    };

    public static JsonArray Mapping(FieldMapping mapping) => Array(mapping.Assignments, assignment =>
    {
        JsonObject entry = new() { ["field"] = assignment.Field.Name, ["heading"] = assignment.Column?.Heading };
        entry.Add(assignment.Column is { } column ? new("column", column.Index) : new("constant", assignment.Constant));
        entry.Add("evidence", Words.Of(assignment.Evidence));
        return entry;
    });

    /// <summary>The first part of every answer about the rows of a file.</summary>
    public static JsonObject Plan(ImportPlan plan, ExportOverview overview, long rows, JsonObject counts, IEnumerable<IssueCount> issues) => new()
    {
        ["format"] = Format(plan.Format, [.. plan.Findings, .. overview.Suggestion.Findings]),
        ["mapping"] = Mapping(plan.Mapping),
        ["unmapped"] = Texts(FileView.Unmapped(overview, plan.Mapping).Select(column => column.Heading)),
        ["rows"] = rows,
        ["counts"] = counts,
        ["issues"] = Array(PlanView.Counted(issues, plan), issue => new JsonObject
        {
            ["code"] = issue.Code,
            ["severity"] = Words.Of(issue.Severity),
            ["count"] = issue.Count,
        }),
    };

    public static JsonObject Counts(StatusCounts counts) => Counts(counts.Blank, counts.Active, new(counts.Rows, 0, 0, 0, 0, counts.Error));

    public static JsonObject Counts(ImportCounts counts) => Counts(0, 0, counts);

    /// <summary>What each policy would do with the rows whose contact is in Cadence already.</summary>
    public static JsonObject Existing(ImportPlan plan) => new(
    [
        new("policy", Words.Of(plan.ExistingLeads)),
        .. plan.PolicyCounts.Select(counts => KeyValuePair.Create(Words.Of(counts.Policy), (JsonNode?)new JsonObject
        {
            ["updated"] = counts.Updated, ["unchanged"] = counts.Unchanged, ["skipped"] = counts.Skipped,
        })),
    ]);

    /// <summary>Rows with what people see of them, in the order of the file.</summary>
    public static async Task<JsonArray> RowsAsync(
        IAsyncEnumerable<(PreviewRow Row, string Status, ImmutableArray<ImportIssue> Issues)> rows, FieldMapping mapping, CancellationToken cancellationToken)
    {
        JsonArray all = [];
        await foreach (var (row, status, issues) in rows.WithCancellation(cancellationToken))
        {
            all.Add(new JsonObject
            {
                ["row"] = row.Number,
                ["lines"] = Words.Lines(row.Row.Lines),
                ["contactId"] = PlanView.ContactId(row, mapping),
                ["name"] = RowsView.NameOf(row),
                ["company"] = row.Lead?.Company?.Name,
                ["email"] = row.Lead?.Emails.FirstOrDefault()?.Address,
                ["owner"] = row.Owner?.FullName,
                ["ownerId"] = row.Owner?.Id,
                ["status"] = status,
                ["reasons"] = Array(issues, issue => new JsonObject
                {
                    ["code"] = issue.Code,
                    ["severity"] = Words.Of(issue.Severity),
                    ["field"] = issue.Field,
                    ["text"] = Library.IssueText(issue),
                }),
            });
        }

        return all;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> toNode) => [.. items.Select(toNode)];

    private static JsonObject Counts(long blank, long active, ImportCounts counts) => new()
    {
        ["blank"] = blank,
        ["active"] = active,
        ["error"] = counts.Errors,
        ["success"] = counts.Added,
        ["updated"] = counts.Updated,
        ["unchanged"] = counts.Unchanged,
        ["skipped"] = counts.Skipped,
    };
}
