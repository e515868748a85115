namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>The texts of the cells of a cause, those of most rows first.</summary>
/// <param name="Values">The texts.</param>
/// <param name="Read">How many rows were looked at.</param>
/// <param name="IsComplete">Whether these were all rows of the cause.</param>
internal sealed record CauseValuesView(IReadOnlyList<CauseValueView> Values, long Read, bool IsComplete);
