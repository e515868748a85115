using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>The columns to read. Immutable and thread-safe; one instance is shared by all rows of a reading.</summary>
public sealed class ColumnSelection
{
    private readonly int[] _positionByIndex;

    /// <summary>Selects columns.</summary>
    /// <param name="indexes">The zero-based indexes in the file, each once is enough; sorted here.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative.</exception>
    public ColumnSelection(IEnumerable<int> indexes)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        Indexes = [.. indexes.Distinct().Order()];
        if (Indexes.Length > 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Indexes[0], nameof(indexes));
        }

        _positionByIndex = new int[Indexes.Length == 0 ? 0 : Indexes[^1] + 1];
        Array.Fill(_positionByIndex, -1);
        for (var position = 0; position < Indexes.Length; position++)
        {
            _positionByIndex[Indexes[position]] = position;
        }
    }

    /// <summary>No column: the rows are read, counted and checked, but have no values.</summary>
    public static ColumnSelection None { get; } = new([]);

    /// <summary>The indexes, ascending.</summary>
    public ImmutableArray<int> Indexes { get; }

    /// <summary>The number of columns.</summary>
    public int Count => Indexes.Length;

    /// <summary>Whether a column is selected.</summary>
    /// <param name="index">The zero-based index in the file.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Contains(int index) => (uint)index < (uint)_positionByIndex.Length && _positionByIndex[index] >= 0;

    /// <summary>The position of a column among those selected.</summary>
    /// <param name="index">The zero-based index in the file.</param>
    /// <returns>The zero-based position.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is not selected.</exception>
    public int PositionOf(int index)
    {
        var positions = _positionByIndex;
        return (uint)index < (uint)positions.Length && positions[index] is >= 0 and var position
            ? position
            : throw new ArgumentOutOfRangeException(nameof(index), index, "The column was not asked for when the rows were read.");
    }
}
