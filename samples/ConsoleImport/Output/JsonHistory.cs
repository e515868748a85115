using System.Collections.Immutable;
using System.Text.Json;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>The properties of the JSON answers that are about leads which are in Cadence already, and about imports that were made.</summary>
internal static class JsonHistory
{
    /// <summary>What each policy would do with the rows whose contact is in Cadence already.</summary>
    public static void WriteExisting(this Utf8JsonWriter writer, ImportPlan plan)
    {
        writer.WriteStartObject("existing");
        writer.WriteString("policy", Words.Of(plan.ExistingLeads));
        foreach (var counts in plan.PolicyCounts)
        {
            writer.WriteStartObject(Words.Of(counts.Policy));
            writer.WriteNumber("updated", counts.Updated);
            writer.WriteNumber("unchanged", counts.Unchanged);
            writer.WriteNumber("skipped", counts.Skipped);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The interrupted import whose plan is shown, or null.</summary>
    public static void WriteInterrupted(this Utf8JsonWriter writer, InterruptedImport? import)
    {
        if (import is null)
        {
            writer.WriteNull("interrupted");
            return;
        }

        writer.WriteStartObject("interrupted");
        writer.WriteString("importId", import.ImportId);
        writer.WriteString("startedAt", import.StartedAt.ToUniversalTime());
        writer.WriteNumber("nextRow", import.NextRow);
        writer.WriteString("rows", import.Selection.ToString());
        writer.WriteOutcomes(import.Counts);
        writer.WriteEndObject();
    }

    /// <summary>One object a field that would change.</summary>
    public static void WriteChanges(this Utf8JsonWriter writer, IReadOnlyList<PreviewRow> rows)
    {
        writer.WriteStartArray("changes");
        foreach (var row in rows)
        {
            foreach (var change in row.Changes)
            {
                writer.WriteStartObject();
                writer.WriteNumber("row", row.Number);
                writer.WriteString("contactId", row.Lead?.SellsyContactId);
                writer.WriteString("field", change.Field);
                writer.WriteString("before", change.Before);
                writer.WriteString("after", change.After);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    public static void WriteCompanies(this Utf8JsonWriter writer, UndoneCompanies companies)
    {
        writer.WriteStartObject("companies");
        writer.WriteNumber("removed", companies.Removed);
        writer.WriteNumber("kept", companies.Kept);
        writer.WriteEndObject();
    }

    /// <summary>The leads that an undo could not take back whole.</summary>
    public static void WriteExceptions(this Utf8JsonWriter writer, ImmutableArray<UndoneLead> leads, ImportTexts texts)
    {
        writer.WriteStartArray("exceptions");
        foreach (var lead in leads)
        {
            writer.WriteStartObject();
            writer.WriteNumber("row", lead.Row);
            writer.WriteString("contactId", lead.SellsyContactId);
            writer.WriteString("outcome", Words.Of(lead.Outcome));
            writer.WriteTexts("fields", UndonePart.FieldsOf(lead));
            writer.WriteStartArray("reasons");
            foreach (var reason in UndonePart.ReasonsOf(lead))
            {
                writer.WriteStartObject();
                writer.WriteString("code", reason.Code);
                writer.WriteString("text", texts.IssueText(reason));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    public static void WriteOptionalNumber(this Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
