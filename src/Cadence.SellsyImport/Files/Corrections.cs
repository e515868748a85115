using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// What a person corrects in a file without changing it: single cells, a text of a column, and rows that are left out. They are applied after a
/// row is read and before it is mapped, are part of a plan, and never change the bytes of the file. Immutable and thread-safe; a change returns
/// another instance.
/// </summary>
public sealed class Corrections : IEquatable<Corrections>
{
    private readonly ImmutableSortedDictionary<(long Row, int Column), string> _cells;
    private readonly ImmutableSortedDictionary<(int Column, string From), string> _values;

    private Corrections(
        ImmutableSortedDictionary<(long Row, int Column), string> cells,
        ImmutableSortedDictionary<(int Column, string From), string> values,
        ImmutableSortedSet<long> excluded) => (_cells, _values, ExcludedRows) = (cells, values, excluded);

    /// <summary>No correction.</summary>
    public static Corrections None { get; } = new(
        ImmutableSortedDictionary<(long Row, int Column), string>.Empty,
        ImmutableSortedDictionary.Create<(int Column, string From), string>(Comparer<(int Column, string From)>.Create(Compare)),
        []);

    /// <summary>The corrected cells, by row and column. They win over <see cref="Values"/>.</summary>
    public IEnumerable<CellCorrection> Cells => _cells.Select(cell => new CellCorrection(cell.Key.Row, cell.Key.Column, cell.Value));

    /// <summary>The corrected texts, by column.</summary>
    public IEnumerable<ValueCorrection> Values => _values.Select(value => new ValueCorrection(value.Key.Column, value.Key.From, value.Value));

    /// <summary>
    /// The one-based numbers of the rows that are left out, ascending. They are shown and counted, and have the status
    /// <see cref="RowStatus.Excluded"/>.
    /// </summary>
    public ImmutableSortedSet<long> ExcludedRows { get; }

    /// <summary>Whether nothing is corrected.</summary>
    public bool IsEmpty => _cells.IsEmpty && _values.IsEmpty && ExcludedRows.IsEmpty;

    /// <summary>The hash of all corrections: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Hash => field ??= HashOf(this);

    internal bool AreOfRows => !_cells.IsEmpty || !ExcludedRows.IsEmpty;

    /// <summary>Corrects a cell; an earlier correction of it is replaced.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <param name="column">The zero-based index of the column in the file.</param>
    /// <param name="text">The text; may be empty.</param>
    /// <returns>The corrections with this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The row is less than 1, or the column negative.</exception>
    public Corrections WithCell(long row, int column, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentNullException.ThrowIfNull(text);
        return new(_cells.SetItem((row, column), text), _values, ExcludedRows);
    }

    /// <summary>Corrects every cell of a column that has exactly this text; an earlier correction of the text is replaced.</summary>
    /// <param name="column">The zero-based index of the column in the file.</param>
    /// <param name="from">The text of the cells, exactly as the file has it.</param>
    /// <param name="to">The text in its place; may be empty.</param>
    /// <returns>The corrections with this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is negative.</exception>
    public Corrections WithValue(int column, string from, string to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new(_cells, _values.SetItem((column, from), to), ExcludedRows);
    }

    /// <summary>Leaves rows out.</summary>
    /// <param name="rows">Their one-based numbers.</param>
    /// <returns>The corrections with these.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public Corrections WithExcluded(params IEnumerable<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = ExcludedRows.Union(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(all.IsEmpty ? 1 : all.Min, 1, nameof(rows));
        return new(_cells, _values, all);
    }

    /// <summary>Takes the correction of a cell back.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <param name="column">The zero-based index of the column in the file.</param>
    /// <returns>The corrections without it.</returns>
    public Corrections WithoutCell(long row, int column) => new(_cells.Remove((row, column)), _values, ExcludedRows);

    /// <summary>Takes the correction of a text back.</summary>
    /// <param name="column">The zero-based index of the column in the file.</param>
    /// <param name="from">The text as the file has it.</param>
    /// <returns>The corrections without it.</returns>
    public Corrections WithoutValue(int column, string from) => new(_cells, _values.Remove((column, from)), ExcludedRows);

    /// <summary>Takes rows in again.</summary>
    /// <param name="rows">Their one-based numbers.</param>
    /// <returns>The corrections without these.</returns>
    public Corrections WithoutExcluded(params IEnumerable<long> rows) => new(_cells, _values, ExcludedRows.Except(rows));

    /// <summary>Whether both correct the same.</summary>
    /// <param name="other">The other corrections.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public bool Equals(Corrections? other) => other is not null && other.Hash == Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Corrections);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    /// <summary>How much is corrected, without any value.</summary>
    /// <returns>Such as <c>3 cells, 1 text, 2 rows left out</c>.</returns>
    public override string ToString() => $"{_cells.Count} cells, {_values.Count} texts, {ExcludedRows.Count} rows left out";

    private static int Compare((int Column, string From) one, (int Column, string From) other) =>
        one.Column != other.Column ? one.Column.CompareTo(other.Column) : string.CompareOrdinal(one.From, other.From);

    private static string HashOf(Corrections corrections)
    {
        using var hash = new TextHash();
        foreach (var cell in corrections.Cells)
        {
            hash.Append("cell").Append(cell.Row).Append(cell.Column).Append(cell.Text);
        }

        foreach (var value in corrections.Values)
        {
            hash.Append("value").Append(value.Column).Append(value.From).Append(value.To);
        }

        foreach (var row in corrections.ExcludedRows)
        {
            hash.Append("row").Append(row);
        }

        return hash.Finish();
    }
}
