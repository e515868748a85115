namespace Cadence.SellsyImport;

/// <summary>A row that the store refused, although the plan would have written it.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Outcome">
/// Why: <see cref="LeadEntryOutcome.AlreadyPresent"/>, <see cref="LeadEntryOutcome.ChangedMeanwhile"/> or
/// <see cref="LeadEntryOutcome.Vanished"/>.
/// </param>
public readonly record struct RefusedRow(long Row, LeadEntryOutcome Outcome);
