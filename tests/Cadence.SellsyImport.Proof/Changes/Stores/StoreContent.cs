using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>All that the checks need of a store at one moment. Immutable.</summary>
/// <param name="Leads">The leads by their contacts.</param>
/// <param name="Companies">The names of the companies; the value is whether a lead uses the company.</param>
/// <param name="Imports">The imports by their ids.</param>
/// <param name="Users">The users that the store holds.</param>
internal sealed record StoreContent(
    ImmutableDictionary<string, LeadFacts> Leads,
    ImmutableDictionary<string, bool> Companies,
    ImmutableDictionary<string, StoredImport> Imports,
    ImmutableArray<CadenceUser> Users);
