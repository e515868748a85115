using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What feeds one field: a column or a constant, exactly one of them. Immutable.</summary>
public sealed record FieldAssignment
{
    private readonly ValueList<ValueDecision> _values;

    /// <summary>Feeds a field from a column.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">The column.</param>
    /// <param name="evidence">Why.</param>
    public FieldAssignment(LeadField field, ExportColumn column, MappingEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(column);
        Field = field;
        Column = column;
        Evidence = evidence;
    }

    /// <summary>Gives a field the same value on every row.</summary>
    /// <param name="field">The field.</param>
    /// <param name="constant">The value, as it would stand in a cell.</param>
    /// <param name="evidence">Why.</param>
    /// <exception cref="ArgumentException"><paramref name="constant"/> is blank.</exception>
    public FieldAssignment(LeadField field, string constant, MappingEvidence evidence = MappingEvidence.Constant)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(constant);
        Field = field;
        Constant = constant;
        Evidence = evidence;
    }

    /// <summary>The field that is fed.</summary>
    public LeadField Field { get; }

    /// <summary>The column that feeds the field, or null if a constant does.</summary>
    public ExportColumn? Column { get; }

    /// <summary>The value of every row, or null if a column feeds the field.</summary>
    public string? Constant { get; }

    /// <summary>Why the field is fed so.</summary>
    public MappingEvidence Evidence { get; }

    /// <summary>What single texts of the column mean, in the ordinal order of the texts; each text once.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ValueDecision> Values
    {
        get => _values;
        internal init => _values = value;
    }
}
