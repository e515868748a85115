namespace Cadence.SellsyImport.Files;

/// <summary>A position at which reading can start, because nothing above it matters.</summary>
internal sealed record ReadingStart(RowPosition Position);
