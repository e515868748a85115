using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What is known of the content of the store; it goes back with the store when a copy is restored. Immutable.</summary>
internal sealed record KnownState
{
    public ImmutableDictionary<string, KnownLead> Leads { get; init; } = ImmutableDictionary.Create<string, KnownLead>(StringComparer.Ordinal);

    public ImmutableDictionary<string, KnownImport> Imports { get; init; } = ImmutableDictionary.Create<string, KnownImport>(StringComparer.Ordinal);

    /// <summary>The companies that may stay without a lead: a person edited them, or removed a lead of theirs.</summary>
    public ImmutableHashSet<string> KeptCompanies { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The leads that a person edited since the copy.</summary>
    public ImmutableHashSet<string> EditedSinceCopy { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
}
