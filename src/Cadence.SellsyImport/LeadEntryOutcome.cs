namespace Cadence.SellsyImport;

/// <summary>What became of a lead in a batch.</summary>
public enum LeadEntryOutcome
{
    /// <summary>The lead was created.</summary>
    Added,

    /// <summary>The contact was there already, so the lead was left as it is.</summary>
    AlreadyPresent,
}
