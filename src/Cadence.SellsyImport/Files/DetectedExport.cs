using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>The facts that the start of a file shows.</summary>
internal sealed record DetectedExport(ExportLayout Layout, ExportFormat Format, ImmutableArray<ExportColumn> Columns);
