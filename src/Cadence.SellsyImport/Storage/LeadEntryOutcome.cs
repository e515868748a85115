namespace Cadence.SellsyImport.Storage;

/// <summary>What became of a lead in a batch.</summary>
public enum LeadEntryOutcome
{
    /// <summary>The lead was created.</summary>
    Added,

    /// <summary>The contact was there already, so the lead was left as it is.</summary>
    AlreadyPresent,

    /// <summary>The lead that was there was changed.</summary>
    Updated,

    /// <summary>The lead that was to be changed has another version by now, so it was left as it is.</summary>
    ChangedMeanwhile,

    /// <summary>The lead that was to be changed no longer exists.</summary>
    Vanished,

    /// <summary>
    /// The importer did not give the lead to the store: its owner is another user, no user or several users since the preview. Never the answer
    /// of a store.
    /// </summary>
    OwnerChanged,

    /// <summary>
    /// The sink does not take the lead, for the reason that its <see cref="LeadAnswer"/> gives. Only the answer of an
    /// <see cref="IAnsweringLeadSink"/>.
    /// </summary>
    Refused,
}
