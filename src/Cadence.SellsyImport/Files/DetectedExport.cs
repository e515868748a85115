using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>All that the start of a file tells.</summary>
internal sealed record DetectedExport(ExportLayout Layout, ExportFormat Format, ImmutableArray<ExportColumn> Columns);
