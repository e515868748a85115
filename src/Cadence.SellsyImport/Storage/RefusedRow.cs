namespace Cadence.SellsyImport.Storage;

/// <summary>A row that the store or the importer refused, although the plan would have written it.</summary>
/// <param name="Row">The one-based number of the row.</param>
/// <param name="Outcome">
/// Why: <see cref="LeadEntryOutcome.AlreadyPresent"/>, <see cref="LeadEntryOutcome.ChangedMeanwhile"/>,
/// <see cref="LeadEntryOutcome.Vanished"/>, <see cref="LeadEntryOutcome.OwnerChanged"/> or <see cref="LeadEntryOutcome.Refused"/>.
/// </param>
/// <param name="Reason">The reason that the sink gave; null where the outcome says all.</param>
public readonly record struct RefusedRow(long Row, LeadEntryOutcome Outcome, ImportIssue? Reason = null);
