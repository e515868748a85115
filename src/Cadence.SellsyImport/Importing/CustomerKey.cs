namespace Cadence.SellsyImport.Importing;

/// <summary>The key of the customer that this service container serves, in a host with several.</summary>
internal sealed record CustomerKey(string Key);
