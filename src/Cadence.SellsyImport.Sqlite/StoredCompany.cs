namespace Cadence.SellsyImport.Sqlite;

/// <summary>What is remembered of a row in <c>companies</c>.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Fingerprint">The fingerprint of its values.</param>
internal readonly record struct StoredCompany(long Id, ulong Fingerprint);
