namespace Cadence.SellsyImport.Storage;

/// <summary>What became of companies when an import was undone.</summary>
/// <param name="Removed">
/// How many were removed: those that the import created, and those of imports undone before that stayed for this import's leads.
/// </param>
/// <param name="Kept">How many of the import's own companies stayed, because a lead uses them or somebody edited them.</param>
public sealed record UndoneCompanies(long Removed, long Kept);
