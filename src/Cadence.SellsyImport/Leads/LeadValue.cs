namespace Cadence.SellsyImport;

/// <summary>A value kept with a lead under a name: of a host's own field, of a column that is not mapped, or one that could not be read.</summary>
/// <param name="Name">The name of the field, or the heading of the column.</param>
/// <param name="Text">The value, as it stood in the file.</param>
public sealed record LeadValue(string Name, string Text);
