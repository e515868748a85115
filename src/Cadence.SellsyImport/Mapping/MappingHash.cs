using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Hashes what decides how a row becomes a lead: every field with its rules, its columns or constant, and the decisions on texts.</summary>
internal static class MappingHash
{
    public static string Of(ImmutableArray<FieldAssignment> assignments)
    {
        using var hash = new TextHash();
        foreach (var assignment in assignments.OrderBy(assignment => assignment.Field.Name, StringComparer.Ordinal))
        {
            Append(hash, assignment.Field);
            hash.Append(assignment.Column?.Index ?? -1).Append(assignment.Column?.Heading ?? assignment.Constant ?? "");
            hash.Append(assignment.Values.Length);
            foreach (var decision in assignment.Values)
            {
                hash.Append(decision.Text).Append(decision.Value);
            }
        }

        return hash.Finish();
    }

    /// <summary>Appends what decides about the values of a field.</summary>
    public static void Append(TextHash hash, LeadField field)
    {
        hash.Append(field.Name).Append((int)field.Kind).Append(field.IsMandatory ? 1 : 0).Append(field.MaxLength ?? -1).Append(field.Choices.Length);
        foreach (var choice in field.Choices)
        {
            hash.Append(choice);
        }

        if (field.ExistingLeads is { } policy)
        {
            hash.Append((int)policy);
        }
    }
}
