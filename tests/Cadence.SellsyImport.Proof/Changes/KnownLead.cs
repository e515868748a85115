using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>Who made a lead what it is. Immutable.</summary>
/// <param name="CreatedBy">The import that created it; none where a person did.</param>
internal sealed record KnownLead(string? CreatedBy)
{
    /// <summary>When a person changed it last; 0 where nobody did.</summary>
    public long EditedAt { get; init; }

    /// <summary>The imports that changed it after it was created, in order.</summary>
    public ImmutableList<string> ChangedBy { get; init; } = [];
}
