using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>A row whose contact is still to be looked for in Cadence.</summary>
/// <param name="Position">Where the row stands.</param>
/// <param name="Lead">The lead, or null if the row was only scanned.</param>
/// <param name="Owner">The user who will own the lead, or null if there is no lead.</param>
internal readonly record struct PendingLookup(RowPosition Position, Lead? Lead, CadenceUser? Owner);
