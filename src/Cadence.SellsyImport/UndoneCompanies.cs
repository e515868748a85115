namespace Cadence.SellsyImport;

/// <summary>What became of the companies that an import had created when it was undone.</summary>
/// <param name="Removed">How many were removed.</param>
/// <param name="Kept">How many stayed, because a lead uses them or somebody edited them.</param>
public sealed record UndoneCompanies(long Removed, long Kept);
