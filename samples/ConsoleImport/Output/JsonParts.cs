using System.Collections.Immutable;
using System.Text.Json;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>The properties that the JSON answers are made of.</summary>
internal static class JsonParts
{
    public static void WriteFormat(this Utf8JsonWriter writer, ExportFormat format, ImmutableArray<ImportIssue> findings, ImportTexts texts)
    {
        writer.WriteStartObject("format");
        writer.WriteString("encoding", format.Encoding);
        writer.WriteString("separator", format.Separator.ToString());
        writer.WriteString("family", Words.Of(format.Family));
        writer.WriteString("newline", Words.Of(format.NewLine));
        writer.WriteBoolean("bom", format.HasByteOrderMark);
        writer.WriteFindings(findings, texts);
        writer.WriteEndObject();
    }

    /// <summary>What every answer about the rows of a file begins with.</summary>
    public static void WritePlan(this Utf8JsonWriter writer, ImportPlan plan, ExportOverview overview, ImportTexts texts)
    {
        writer.WriteFormat(plan.Format, FileFindings.Of(plan, overview), texts);
        writer.WriteMapping(plan.Mapping);
        writer.WriteUnmapped(UnmappedColumns.Of(overview, plan.Mapping));
    }

    public static void WriteMapping(this Utf8JsonWriter writer, FieldMapping mapping)
    {
        writer.WriteStartArray("mapping");
        foreach (var assignment in mapping.Assignments)
        {
            writer.WriteStartObject();
            writer.WriteString("field", assignment.Field.Name);
            if (assignment.Column is { } column)
            {
                writer.WriteString("heading", column.Heading);
                writer.WriteNumber("column", column.Index);
            }
            else
            {
                writer.WriteNull("heading");
                writer.WriteString("constant", assignment.Constant);
            }

            writer.WriteString("evidence", Words.Of(assignment.Evidence));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteLikenesses(this Utf8JsonWriter writer, ImmutableArray<MappingLikeness> likenesses)
    {
        writer.WriteStartArray("likenesses");
        foreach (var likeness in likenesses)
        {
            writer.WriteStartObject();
            writer.WriteString("field", likeness.Field.Name);
            writer.WriteString("heading", likeness.Column.Heading);
            writer.WriteNumber("column", likeness.Column.Index);
            writer.WriteNumber("score", Math.Round(likeness.Score, 3));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteUnmapped(this Utf8JsonWriter writer, IEnumerable<ExportColumn> unmapped)
    {
        writer.WriteStartArray("unmapped");
        foreach (var column in unmapped)
        {
            writer.WriteStringValue(column.Heading);
        }

        writer.WriteEndArray();
    }

    public static void WriteCounts(this Utf8JsonWriter writer, StatusCounts counts)
    {
        writer.WriteNumber("rows", counts.Rows);
        writer.WriteCounts(counts.Blank, counts.Active, new ImportCounts(counts.Rows, 0, 0, 0, 0, counts.Error));
    }

    public static void WriteCounts(this Utf8JsonWriter writer, ImportCounts counts)
    {
        writer.WriteNumber("rows", counts.Read);
        writer.WriteOutcomes(counts);
    }

    public static void WriteOutcomes(this Utf8JsonWriter writer, ImportCounts counts) => writer.WriteCounts(0, 0, counts);

    public static void WriteIssues(this Utf8JsonWriter writer, ImmutableArray<IssueCount> issues)
    {
        writer.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("severity", Words.Of(issue.Severity));
            writer.WriteNumber("count", issue.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFindings(this Utf8JsonWriter writer, ImmutableArray<ImportIssue> findings, ImportTexts texts)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("text", texts.IssueText(finding));
            writer.WriteStartArray("arguments");
            foreach (var argument in finding.Arguments)
            {
                writer.WriteStringValue(argument);
            }

            writer.WriteEndArray();
            writer.WriteString("column", finding.Column);
            writer.WriteString("field", finding.Field);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCounts(this Utf8JsonWriter writer, long blank, long active, ImportCounts counts)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("blank", blank);
        writer.WriteNumber("active", active);
        writer.WriteNumber("error", counts.Errors);
        writer.WriteNumber("success", counts.Added);
        writer.WriteNumber("updated", counts.Updated);
        writer.WriteNumber("unchanged", counts.Unchanged);
        writer.WriteNumber("skipped", counts.Skipped);
        writer.WriteEndObject();
    }
}
