namespace Cadence.SellsyImport.Storage;

/// <summary>What became of a lead in a batch, and for a refused lead the reason in the host's own words. Immutable.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">
/// The reason of <see cref="LeadEntryOutcome.Refused"/>, an error with a code of the host, whose text the host adds to
/// <see cref="ImportTexts"/>; null for every other outcome. Its row is set by the importer.
/// </param>
public readonly record struct LeadAnswer(LeadEntryOutcome Outcome, ImportIssue? Reason = null)
{
    /// <summary>The sink does not take the lead.</summary>
    /// <param name="reason">Why: an issue of the severity <see cref="IssueSeverity.Error"/>.</param>
    /// <returns>The answer.</returns>
    public static LeadAnswer Refused(ImportIssue reason) => new(LeadEntryOutcome.Refused, reason);

    /// <summary>The answer without a reason.</summary>
    /// <param name="outcome">What became of the lead.</param>
    /// <returns>The answer.</returns>
    public static LeadAnswer FromLeadEntryOutcome(LeadEntryOutcome outcome) => new(outcome);

    /// <summary>The answer without a reason.</summary>
    /// <param name="outcome">What became of the lead.</param>
    public static implicit operator LeadAnswer(LeadEntryOutcome outcome) => new(outcome);
}
