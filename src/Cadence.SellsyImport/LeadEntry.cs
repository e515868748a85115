namespace Cadence.SellsyImport;

/// <summary>A lead to be stored.</summary>
/// <param name="Row">The one-based number of its row.</param>
/// <param name="Lead">The lead.</param>
/// <param name="Owner">The user who will have it.</param>
public sealed record LeadEntry(long Row, Lead Lead, CadenceUser Owner);
