namespace Cadence.SellsyImport;

/// <summary>How many rows have an issue.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">What it means for its rows.</param>
/// <param name="Count">How often it occurs.</param>
public sealed record IssueCount(string Code, IssueSeverity Severity, long Count);
