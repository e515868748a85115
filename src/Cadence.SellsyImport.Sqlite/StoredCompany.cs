namespace Cadence.SellsyImport.Sqlite;

/// <summary>What is remembered of a row in <c>companies</c>.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Values">All its values, as <see cref="CompanyJson"/> writes them; none where the row was just made of what is told.</param>
internal readonly record struct StoredCompany(long Id, byte[]? Values);
