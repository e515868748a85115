namespace Cadence.SellsyImport.Sqlite;

/// <summary>What the ledger knows of a batch that can be undone.</summary>
/// <param name="Origin">The import and the number of the batch.</param>
/// <param name="CreatedLeads">The row and the contact of each lead that it created.</param>
/// <param name="FirstChange">The id of its first change.</param>
/// <param name="LastChange">The id of its last change; if it has none, the id of the last change before it.</param>
internal sealed record BatchToUndo(
    BatchOrigin Origin,
    List<(long Row, string SellsyContactId)> CreatedLeads,
    long FirstChange,
    long LastChange);
