using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Preview;

/// <summary>Rows that a <see cref="RowQuery"/> found. Immutable.</summary>
/// <typeparam name="TRow"><see cref="PreviewRow"/> or <see cref="ReportRow"/>.</typeparam>
/// <param name="Rows">The rows, in the order of the file.</param>
/// <param name="NextRow">
/// The <see cref="RowQuery.FirstRow"/> with which the same query goes on; <see langword="null"/> if no more rows are found. The page after it may be
/// empty.
/// </param>
public sealed record RowPage<TRow>(ImmutableArray<TRow> Rows, long? NextRow)
{
    private readonly ValueList<TRow> _rows = Rows;

    /// <summary>The rows, in the order of the file.</summary>
    public ImmutableArray<TRow> Rows
    {
        get => _rows;
        init => _rows = value;
    }
}
