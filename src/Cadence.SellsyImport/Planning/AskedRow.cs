namespace Cadence.SellsyImport.Planning;

/// <summary>A row whose contact is still to be looked for in Cadence.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Lead">The lead; none where the row was not made, because nothing is wrong with its record.</param>
/// <param name="Owner">The user who will have the lead; none where there is no lead.</param>
internal readonly record struct AskedRow(long Row, Lead? Lead, CadenceUser? Owner);
