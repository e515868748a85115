using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>The corrections of a saved plan, as JSON.</summary>
internal sealed record CorrectionsDocument(ImmutableArray<CellCorrection> Cells, ImmutableArray<ValueCorrection> Values, ImmutableArray<long> ExcludedRows)
{
    public static CorrectionsDocument Of(Corrections corrections) => new([.. corrections.Cells], [.. corrections.Values], [.. corrections.ExcludedRows]);

    /// <exception cref="ArgumentException">A number is out of range, or a text is missing.</exception>
    public Corrections ToCorrections()
    {
        var corrections = Corrections.None.WithExcluded(ExcludedRows);
        corrections = Cells.Aggregate(corrections, (all, cell) => all.WithCell(cell.Row, cell.Column, cell.Text));
        return Values.Aggregate(corrections, (all, value) => all.WithValue(value.Column, value.From, value.To));
    }
}
