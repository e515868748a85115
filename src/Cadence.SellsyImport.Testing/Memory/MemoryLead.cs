using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>A stored lead. Immutable.</summary>
/// <param name="Lead">Its values, with its companies as they were given.</param>
/// <param name="Owner">The user who has it.</param>
/// <param name="Version">The random number that its last change set.</param>
internal sealed record MemoryLead(Lead Lead, CadenceUser Owner, long Version)
{
    /// <summary>The number of the change that created it.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>The import that created it; null if it was added without an import.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The batch that created it.</summary>
    public int CreatedByBatch { get; init; }

    /// <summary>Whether anything but an import or an undo changed it.</summary>
    public bool IsEdited { get; init; }

    public ImmutableArray<string> Cadences { get; init; } = [];

    /// <summary>The key of its company; null for a lead without one.</summary>
    public string? Company { get; init; }

    /// <summary>Whether its incoming company had the stored values, so that edits of the stored company apply to the lead.</summary>
    public bool FollowsCompany { get; init; }

    /// <summary>The keys of its other companies.</summary>
    public ImmutableArray<string> OtherCompanies { get; init; } = [];
}
