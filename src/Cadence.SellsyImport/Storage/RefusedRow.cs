namespace Cadence.SellsyImport.Storage;

/// <summary>A row that the store or the importer refused, although the plan would have written it.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Outcome">
/// Why: <see cref="LeadEntryOutcome.AlreadyPresent"/>, <see cref="LeadEntryOutcome.ChangedMeanwhile"/>,
/// <see cref="LeadEntryOutcome.Vanished"/> or <see cref="LeadEntryOutcome.OwnerChanged"/>.
/// </param>
public readonly record struct RefusedRow(long Row, LeadEntryOutcome Outcome);
