namespace Cadence.SellsyImport.Sqlite;

/// <summary>What must be known of a lead before it is changed.</summary>
/// <param name="Id">The id of its row.</param>
/// <param name="Version">Its version.</param>
/// <param name="Edits">How often it was changed by anything but an import or an undo.</param>
/// <param name="Company">The id of its company's row; null for a lead without a company.</param>
internal readonly record struct LeadState(long Id, long Version, long Edits, long? Company);
