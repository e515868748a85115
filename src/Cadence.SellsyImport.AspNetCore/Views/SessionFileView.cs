namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The file of a session.</summary>
internal sealed record SessionFileView(string Name, long Size, bool IsWorkbook, IReadOnlyList<string> Sheets);
