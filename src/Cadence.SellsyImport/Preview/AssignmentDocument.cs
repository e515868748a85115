using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>What feeds a field, in a saved plan.</summary>
internal sealed record AssignmentDocument(
    LeadField Field, ExportColumn? Column, string? Constant, MappingEvidence Evidence, ImmutableArray<ValueDecision> Values)
{
    public static AssignmentDocument Of(FieldAssignment assignment) =>
        new(assignment.Field, assignment.Column, assignment.Constant, assignment.Evidence, assignment.Values);

    public FieldAssignment ToAssignment() =>
        Column is null ? new(Field, Constant!, Evidence) : new(Field, Column, Evidence) { Values = Values };
}
