namespace Cadence.SellsyImport;

/// <summary>What a row would change in a field of a lead that is there. Immutable.</summary>
/// <param name="Field">The name of the field: see <see cref="LeadFields"/>; for values that no field has, their heading.</param>
/// <param name="Before">The value that the lead has, as text; <see langword="null"/> where it has none.</param>
/// <param name="After">The value that it would have.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>
    /// Whether the texts could not be read as values of the field: they are kept in <see cref="Lead.UnreadValues"/>, and the field itself does not change.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsUnread { get; init; }

    /// <summary>Identifies the field, without any value.</summary>
    /// <returns>The name of the field.</returns>
    public override string ToString() => Field;
}
