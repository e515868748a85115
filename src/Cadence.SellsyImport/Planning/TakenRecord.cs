namespace Cadence.SellsyImport.Planning;

/// <summary>A plain record, of which no row was made.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="ContactId">The id of its contact; 0 in place of a record of which a row was made.</param>
internal readonly record struct TakenRecord(RowPosition Position, ulong ContactId);
