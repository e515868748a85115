using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport;

/// <summary>
/// Which column or constant feeds which field: each field at most once, and one column feeds one field. Immutable and thread-safe;
/// every change is a new mapping.
/// </summary>
public sealed class FieldMapping
{
    private readonly ImmutableArray<FieldAssignment> _assignments;

    private FieldMapping(ImmutableArray<FieldAssignment> assignments) => _assignments = assignments;

    /// <summary>The mapping that feeds nothing.</summary>
    public static FieldMapping Empty { get; } = new([]);

    /// <summary>The mapping of assignments that name each field and each column once.</summary>
    internal static FieldMapping Of(ImmutableArray<FieldAssignment> assignments) => new(assignments);

    /// <summary>What feeds the fields, in the order in which it was given.</summary>
    public ImmutableArray<FieldAssignment> Assignments => _assignments;

    /// <summary>The columns that feed a field.</summary>
    public ColumnSelection Columns =>
        field ??= new(_assignments.Where(assignment => assignment.Column is not null).Select(assignment => assignment.Column!.Index));

    /// <summary>A hash of what feeds which field, whatever the order and the evidence: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Hash => field ??= MappingHash.Of(_assignments);

    // Made when first asked for: a mapping is built field by field, and those on the way are never used.
    internal CompiledAssignment[] Compiled => field ??= CompiledAssignment.Compile(_assignments);

    /// <summary>What feeds a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The assignment, or <see langword="null"/> when nothing feeds the field.</returns>
    public FieldAssignment? Find(LeadField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        foreach (var assignment in _assignments)
        {
            if (assignment.Field.Equals(field))
            {
                return assignment;
            }
        }

        return null;
    }

    /// <summary>Feeds a field from a column. What fed the field before, and the field that the column fed before, are left without.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">The column.</param>
    /// <param name="evidence">Why.</param>
    /// <returns>The changed mapping.</returns>
    public FieldMapping WithColumn(LeadField field, ExportColumn column, MappingEvidence evidence = MappingEvidence.Chosen)
    {
        var added = new FieldAssignment(field, column, evidence);
        return new([.. _assignments.Where(kept => !kept.Field.Equals(field) && kept.Column?.Index != column.Index), added]);
    }

    /// <summary>Gives a field the same value on every row, such as an owner to a file that has no owner column.</summary>
    /// <param name="field">The field.</param>
    /// <param name="constant">The value, as it would stand in a cell; not blank.</param>
    /// <param name="evidence">Why.</param>
    /// <returns>The changed mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="constant"/> is blank.</exception>
    /// <exception cref="SellsyImportException">
    /// The field is <see cref="LeadFields.SellsyContactId"/>: <see cref="ErrorCodes.IdentityConstant"/>. All rows would be one contact.
    /// </exception>
    public FieldMapping WithConstant(LeadField field, string constant, MappingEvidence evidence = MappingEvidence.Constant)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Equals(LeadFields.SellsyContactId))
        {
            throw new SellsyImportException(ErrorCodes.IdentityConstant, field.Name);
        }

        var added = new FieldAssignment(field, constant, evidence);
        return new([.. _assignments.Where(kept => !kept.Field.Equals(field)), added]);
    }

    /// <summary>Leaves a field without column and constant.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The changed mapping.</returns>
    public FieldMapping Without(LeadField field) => new([.. _assignments.Where(kept => !kept.Field.Equals(field))]);
}
