namespace Cadence.SellsyImport.Sqlite;

/// <summary>The cached part of a row in <c>companies</c>.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Values">All its values, as <see cref="CompanyJson"/> writes them; null if the row was just created from the incoming company.</param>
internal readonly record struct StoredCompany(long Id, byte[]? Values);
