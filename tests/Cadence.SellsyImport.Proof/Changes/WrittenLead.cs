namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What an import was seen to do to a lead. Immutable.</summary>
/// <param name="Before">The lead before; none where the import created it.</param>
/// <param name="After">The lead after.</param>
internal sealed record WrittenLead(LeadFacts? Before, LeadFacts After)
{
    public bool IsUndone { get; init; }

    /// <summary>Whether an undo that was interrupted may have decided already that the lead is kept.</summary>
    public bool MayBeKept { get; init; }

    /// <summary>Whether a person touched the lead during the same call, so that who came first is not known.</summary>
    public bool IsUncertain { get; init; }
}
