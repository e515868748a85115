namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A replacement whose rows are to be counted.</summary>
internal sealed record CountRequest(int Column, string? From);
