namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What one text of a mapped column means.</summary>
internal sealed record SessionValue(int Column, string From, string To);
