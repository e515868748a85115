using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>An import as the test knows it: under which plan it runs, and what it was seen to write. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="Shown">The plan that it has to obey.</param>
/// <param name="Ticked">The ticked rows.</param>
internal sealed record KnownImport(string Id, ShownPlan Shown, RowSelection Ticked)
{
    public ImmutableDictionary<string, WrittenLead> Written { get; init; } = ImmutableDictionary<string, WrittenLead>.Empty;
}
