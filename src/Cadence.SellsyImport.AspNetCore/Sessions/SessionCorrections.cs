using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What the person corrected.</summary>
internal sealed record SessionCorrections(
    ImmutableArray<CellCorrection>? Cells = null, ImmutableArray<ValueCorrection>? Values = null, ImmutableArray<long>? Excluded = null)
{
    public static SessionCorrections Of(Corrections corrections) => new([.. corrections.Cells], [.. corrections.Values], [.. corrections.ExcludedRows]);

    public Corrections ToCorrections()
    {
        var corrections = Corrections.None.WithExcluded(Excluded ?? []);
        corrections = (Cells ?? []).Aggregate(corrections, (all, cell) => all.WithCell(cell.Row, cell.Column, cell.Text));
        return (Values ?? []).Aggregate(corrections, (all, value) => all.WithValue(value.Column, value.From, value.To));
    }
}
