namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The row where a company was found or added.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="DiffersFromIncoming">Whether the incoming values differ from the row, so that they are stored with the lead.</param>
internal readonly record struct StoredCompany(long Id, bool DiffersFromIncoming);
