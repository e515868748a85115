namespace Cadence.SellsyImport;

/// <summary>What a policy would do with the rows whose contact is in Cadence already; together they are the active rows.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Updated">Rows that would change their lead.</param>
/// <param name="Unchanged">Rows whose lead already has every value.</param>
/// <param name="Skipped">Rows that would be skipped.</param>
public sealed record PolicyCounts(ExistingLeadPolicy Policy, long Updated, long Unchanged, long Skipped);
