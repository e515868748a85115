using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>A row whose contact is still to be looked for in Cadence.</summary>
/// <param name="Position">Where the row stands.</param>
/// <param name="Lead">The lead; none where it was not made, because the row was only scanned.</param>
/// <param name="Owner">The user who will have the lead; none where there is no lead.</param>
internal readonly record struct PendingLookup(RowPosition Position, Lead? Lead, CadenceUser? Owner);
