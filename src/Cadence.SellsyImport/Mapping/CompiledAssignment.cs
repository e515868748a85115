namespace Cadence.SellsyImport.Mapping;

/// <summary>An assignment made ready for the row path: its slot is looked up once for all rows.</summary>
/// <param name="Slot">Where the value goes.</param>
/// <param name="Field">The field with its rules.</param>
/// <param name="Column">The column, or -1 where a constant feeds the field.</param>
/// <param name="Heading">The heading of the column, or none.</param>
/// <param name="Constant">The constant, or none.</param>
internal sealed record CompiledAssignment(LeadSlot Slot, LeadField Field, int Column, string? Heading, string? Constant)
{
    public string CellOf(SellsyRow row) => Constant ?? row[Column];

    /// <summary>
    /// The assignments in the order of the slots, so that issues come in the order of the fields and an id is read before the name
    /// that it explains.
    /// </summary>
    public static CompiledAssignment[] Compile(IEnumerable<FieldAssignment> assignments) =>
    [
        .. assignments
            .Select(assignment => new CompiledAssignment(
                SlotOf(assignment.Field),
                assignment.Field,
                assignment.Column?.Index ?? -1,
                assignment.Column?.Heading,
                assignment.Constant))
            .OrderBy(compiled => compiled.Slot == LeadSlot.Custom ? int.MaxValue : (int)compiled.Slot)
            .ThenBy(compiled => compiled.Field.Name, StringComparer.Ordinal),
    ];

    private static LeadSlot SlotOf(LeadField field) =>
        LeadFields.All.Contains(field) && Enum.TryParse<LeadSlot>(field.Name, out var slot) ? slot : LeadSlot.Custom;
}
