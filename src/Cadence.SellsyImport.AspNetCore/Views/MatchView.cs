namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The contact of a row, and the existing lead that it was matched to.</summary>
internal sealed record MatchView(string Contact, string Lead);
