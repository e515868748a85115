namespace Cadence.SellsyImport;

/// <summary>What a row would change in a field of a lead that is there. Immutable.</summary>
/// <param name="Field">The name of the field: see <see cref="LeadFields"/>; for values that no field has, their heading.</param>
/// <param name="Before">The value that the lead has, as text; <see langword="null"/> where it has none.</param>
/// <param name="After">The value that it would have.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>Identifies the field, without any value.</summary>
    /// <returns>The name of the field.</returns>
    public override string ToString() => Field;
}
