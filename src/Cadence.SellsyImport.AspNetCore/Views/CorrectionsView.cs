using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The corrections.</summary>
internal sealed record CorrectionsView(IReadOnlyList<CellCorrection> Cells, IReadOnlyList<ValueCorrection> Values, IReadOnlyList<long> Excluded);
