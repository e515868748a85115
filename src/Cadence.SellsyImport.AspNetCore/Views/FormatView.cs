namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>How the file is read.</summary>
internal sealed record FormatView(string Encoding, string Separator, long HeadingRow, string Family, string ShortRows, IReadOnlyList<FindingView> Findings);
