using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>An import as the test knows it: under which plan it runs, and what it was seen to write. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">Its place among the imports of the run: ids are random, and a run has to be the same each time.</param>
/// <param name="Shown">The plan that it has to obey.</param>
/// <param name="Ticked">The ticked rows.</param>
internal sealed record KnownImport(string Id, long Number, ShownPlan Shown, RowSelection Ticked)
{
    public ImmutableDictionary<string, WrittenLead> Written { get; init; } = ImmutableDictionary<string, WrittenLead>.Empty;

    public override string ToString() => $"import {Number} of plan {Shown.Number}";
}
