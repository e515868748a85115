using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>
/// What a profile says about one field: the heading of its column or a constant, exactly one of them. A list has an entry for each of its columns.
/// </summary>
/// <param name="Field">The name of the field, such as <c>FirstName</c>.</param>
/// <param name="Column">The heading of the column, compared folded; null if a constant is given.</param>
/// <param name="Occurrence">
/// The one-based number of the column among those of equal heading, in the order of the file; null if the heading occurs once.
/// </param>
/// <param name="Constant">The value of every row; null if a column is named.</param>
public sealed record ImportProfileField(string Field, string? Column, int? Occurrence = null, string? Constant = null)
{
    private readonly ValueList<ValueDecision> _values;

    /// <summary>What single texts of the column mean, in the ordinal order of the texts; each text once.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ValueDecision> Values
    {
        get => _values;
        init => _values = value;
    }

    /// <summary>Describes the field and its column, without the constant.</summary>
    /// <returns>A text such as <c>LastName: Nom (2)</c>.</returns>
    public override string ToString() => Column is null ? $"{Field}: constant" : $"{Field}: {ColumnText}";

    internal string ColumnText => Occurrence is null ? $"{Column}" : $"{Column} ({Occurrence})";
}
