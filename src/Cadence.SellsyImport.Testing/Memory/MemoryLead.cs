using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A lead that is there. Immutable.</summary>
/// <param name="Lead">Its values, its companies as they were told.</param>
/// <param name="Owner">The user who has it.</param>
/// <param name="Version">The random number that its last change gave it.</param>
internal sealed record MemoryLead(Lead Lead, CadenceUser Owner, long Version)
{
    /// <summary>The number of the change that created it.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>The import that created it; none where it was put beside any import.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The batch that created it.</summary>
    public int CreatedByBatch { get; init; }

    /// <summary>Whether anybody but an import or an undo changed it.</summary>
    public bool IsEdited { get; init; }

    public ImmutableArray<string> Cadences { get; init; } = [];

    /// <summary>The key of its company; none for a lead without one.</summary>
    public string? Company { get; init; }

    /// <summary>Whether its company was told as it is there, so that it follows what is edited in it.</summary>
    public bool FollowsCompany { get; init; }

    /// <summary>The keys of its other companies.</summary>
    public ImmutableArray<string> OtherCompanies { get; init; } = [];
}
