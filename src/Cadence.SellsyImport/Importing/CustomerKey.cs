namespace Cadence.SellsyImport.Importing;

/// <summary>The customer whose services these are, in a host that serves several.</summary>
internal sealed record CustomerKey(string Key);
