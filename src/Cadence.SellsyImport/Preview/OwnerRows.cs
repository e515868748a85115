namespace Cadence.SellsyImport.Preview;

/// <summary>The rows that name an owner. Immutable.</summary>
/// <param name="Owner">The owner as the rows name it; <see cref="ImportPlan.Owners"/> gives the user.</param>
/// <param name="Rows">How many rows, also those that are in error for another reason.</param>
/// <param name="FirstRow">The one-based number of the first of them.</param>
public sealed record OwnerRows(OwnerReference Owner, long Rows, long FirstRow);
