namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What a mended file of rejected rows brought.</summary>
internal sealed record MendedView(SessionView Session, long Taken, IReadOnlyList<long> Unmatched);
