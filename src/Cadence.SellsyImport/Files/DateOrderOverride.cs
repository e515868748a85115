using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Files;

/// <summary>The order of day and month that a person chose for the column of a field.</summary>
/// <param name="Field">The name of the field, such as <c>Birthday</c>.</param>
/// <param name="Order">The order in which the dates of its column are read.</param>
public sealed record DateOrderOverride(string Field, DateOrder Order);
