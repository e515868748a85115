namespace Cadence.SellsyImport.Storage;

/// <summary>What became of a lead in a batch, and for a refused lead the reason in the host's own words. Immutable.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">
/// The reason of <see cref="LeadEntryOutcome.Refused"/>, an error with a code of the host, whose text the host adds to
/// <see cref="ImportTexts"/>; null for every other outcome. Its row is set by the importer.
/// </param>
public readonly record struct LeadAnswer(LeadEntryOutcome Outcome, ImportIssue? Reason = null)
{
    /// <summary>
    /// The version that the lead has now, as <see cref="ILeadReader"/> would read it, of a lead that was added or updated. An undo removes an added
    /// lead that still has this version, or that still reads as the import wrote it. Null where the sink does not know it: then only the values
    /// decide, and a sink that does not store every value cannot undo.
    /// </summary>
    /// <value>Default: null.</value>
    public long? Version { get; init; }

    /// <summary>The lead was added.</summary>
    /// <param name="version">The <see cref="Version"/> that it has.</param>
    /// <returns>The answer.</returns>
    public static LeadAnswer Added(long version) => new(LeadEntryOutcome.Added) { Version = version };

    /// <summary>The lead was changed.</summary>
    /// <param name="version">The <see cref="Version"/> that it has now.</param>
    /// <returns>The answer.</returns>
    public static LeadAnswer Updated(long version) => new(LeadEntryOutcome.Updated) { Version = version };

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
