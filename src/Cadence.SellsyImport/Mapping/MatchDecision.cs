namespace Cadence.SellsyImport.Mapping;

/// <summary>What a person decides about a row that an <see cref="Preview.ILeadMatcher"/> matched to an existing lead.</summary>
public enum MatchDecision
{
    /// <summary>The row is about the existing lead, which keeps its own contact id.</summary>
    Same,

    /// <summary>The row is about another person: it becomes a new lead under its own contact id.</summary>
    New,
}
