using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>The parts of a cell that lists several values, as places in the cell: nothing is copied.</summary>
/// <param name="cell">The cell.</param>
/// <param name="space">Room for the first parts; more of them allocate.</param>
internal ref struct CellParts(ReadOnlySpan<char> cell, Span<Range> space)
{
    /// <summary>So many parts as hardly a cell has.</summary>
    public const int Usual = 8;

    private Span<Range> _ranges = space;

    /// <summary>The whole cell.</summary>
    public ReadOnlySpan<char> Cell { get; } = cell;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<char> this[int index] => Cell[_ranges[index]];

    /// <summary>Where the first part stands in the cell.</summary>
    public readonly Range RangeOfFirst => _ranges[0];

    /// <summary>Adds a part.</summary>
    /// <param name="part">A slice of the cell.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(scoped ReadOnlySpan<char> part)
    {
        if (Count == _ranges.Length)
        {
            var larger = new Range[Math.Max(Usual, 2 * Count)];
            _ranges.CopyTo(larger);
            _ranges = larger;
        }

        Cell.Overlaps(part, out var start);
        _ranges[Count++] = new(start, start + part.Length);
    }

    /// <summary>Drops all parts but the first ones.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Whether one of the parts is this text, whatever the case of its letters.</summary>
    public readonly bool ContainsInAnyCase(scoped ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
