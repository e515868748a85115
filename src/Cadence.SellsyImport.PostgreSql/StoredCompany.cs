namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The row that a company was found in or became.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="IsToldOtherwise">Whether the lead's row tells it otherwise, so that what it tells is kept with the lead.</param>
internal readonly record struct StoredCompany(long Id, bool IsToldOtherwise);
