using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport;

/// <summary>
/// Which column or constant feeds which field. One column feeds one field, and a field has one column or one constant; only a list, such as the
/// e-mails, may have several columns. Immutable and thread-safe; every change is a new mapping.
/// </summary>
public sealed class FieldMapping
{
    private readonly ImmutableArray<FieldAssignment> _assignments;

    private FieldMapping(ImmutableArray<FieldAssignment> assignments) => _assignments = assignments;

    /// <summary>The mapping that feeds nothing.</summary>
    public static FieldMapping Empty { get; } = new([]);

    /// <summary>The mapping of assignments that name each column once, and each field once but for lists.</summary>
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

    /// <summary>What feeds a field; of several columns, the first.</summary>
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

    /// <summary>
    /// Feeds a list from one more column: its values follow those of the columns before. The field that the column fed before is left without it, and
    /// a constant of the field goes.
    /// </summary>
    /// <param name="field">A field that takes several columns.</param>
    /// <param name="column">The column.</param>
    /// <param name="evidence">Why.</param>
    /// <returns>The changed mapping.</returns>
    /// <exception cref="ArgumentException"><see cref="LeadField.TakesSeveralColumns"/> is false for the field.</exception>
    public FieldMapping WithFurtherColumn(LeadField field, ExportColumn column, MappingEvidence evidence = MappingEvidence.Chosen)
    {
        var added = new FieldAssignment(field, column, evidence);
        if (!field.TakesSeveralColumns)
        {
            throw new ArgumentException($"One column feeds {field.Name}: it is no list.", nameof(field));
        }

        return new(
        [
            .. _assignments.Where(kept => kept.Column?.Index != column.Index && (!kept.Field.Equals(field) || kept.Column is not null)),
            added,
        ]);
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

    /// <summary>
    /// Decides what one text of a column means, such as <c>Abonné</c> for yes. The decision holds for this column and for cells of exactly this text;
    /// it belongs to the mapping, so it is part of its hash and of a profile. A decision on the same text is replaced.
    /// </summary>
    /// <param name="column">A column that feeds a field.</param>
    /// <param name="text">The text of the cell: case and accents count, blanks around it do not.</param>
    /// <param name="value">What is read in its place, as it would stand in a cell; empty if the text means nothing.</param>
    /// <returns>The changed mapping.</returns>
    /// <exception cref="ArgumentException">The column feeds no field, or the text is blank.</exception>
    public FieldMapping WithValue(ExportColumn column, string text, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(value);
        var decision = new ValueDecision(text.Trim(), value.Trim());
        return Changed(column, values => [.. values.Where(kept => kept.Text != decision.Text).Append(decision).OrderBy(kept => kept.Text, StringComparer.Ordinal)]);
    }

    /// <summary>Takes a decision on one text of a column back.</summary>
    /// <param name="column">A column that feeds a field.</param>
    /// <param name="text">The text of the cell.</param>
    /// <returns>The changed mapping; the same decisions where there was none on the text.</returns>
    /// <exception cref="ArgumentException">The column feeds no field.</exception>
    public FieldMapping WithoutValue(ExportColumn column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Changed(column, values => [.. values.Where(kept => kept.Text != text.Trim())]);
    }

    /// <summary>Leaves a field without columns and constant.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The changed mapping.</returns>
    public FieldMapping Without(LeadField field) => new([.. _assignments.Where(kept => !kept.Field.Equals(field))]);

    private FieldMapping Changed(ExportColumn column, Func<ImmutableArray<ValueDecision>, ImmutableArray<ValueDecision>> change)
    {
        ArgumentNullException.ThrowIfNull(column);
        var changed = _assignments.FirstOrDefault(assignment => assignment.Column == column)
            ?? throw new ArgumentException($"The column with the index {column.Index} feeds no field.", nameof(column));
        return new(_assignments.Replace(changed, changed with { Values = change(changed.Values) }));
    }
}
