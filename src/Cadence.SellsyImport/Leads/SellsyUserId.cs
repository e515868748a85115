namespace Cadence.SellsyImport.Leads;

/// <summary>The id that a user has in one Sellsy account. Immutable.</summary>
/// <param name="Account">The account, as <see cref="SellsyImportOptions.SellsyAccount"/> names it.</param>
/// <param name="Id">The id: digits.</param>
public sealed record SellsyUserId(string Account, string Id);
