using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>Which rows of a plan to add, by their one-based numbers. Immutable and thread-safe.</summary>
public sealed class RowSelection : IEquatable<RowSelection>
{
    private readonly ImmutableArray<(long First, long Last)> _ranges;

    private RowSelection(IEnumerable<(long First, long Last)> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(long First, long Last)>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.First - 1 <= merged[^1].Last)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        _ranges = merged.ToImmutable();
    }

    /// <summary>Every row that can be added.</summary>
    public static RowSelection All { get; } = new([(1, long.MaxValue)]);

    /// <summary>No row.</summary>
    public static RowSelection None { get; } = new([]);

    /// <summary>The rows of these numbers.</summary>
    /// <param name="rows">One-based numbers, in any order.</param>
    /// <returns>The selection.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static RowSelection Of(params IEnumerable<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(rows.Select(row =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(row, 1, nameof(rows));
            return (row, row);
        }));
    }

    /// <summary>Reads a selection such as <c>all</c>, <c>none</c> or <c>1-20,35</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="selection">The selection, or null if the text is not one.</param>
    /// <returns>Whether the text is a selection.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RowSelection? selection)
    {
        selection = text?.Trim().ToUpperInvariant() switch
        {
            "ALL" => All,
            "NONE" => None,
            _ => null,
        };
        if (selection is not null)
        {
            return true;
        }

        var ranges = new List<(long, long)>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !TryParseNumber(ends[0], out var first) || !TryParseNumber(ends[^1], out var last) || first > last)
            {
                return false;
            }

            ranges.Add((first, last));
        }

        selection = new(ranges);
        return true;
    }

    /// <summary>Whether a row is selected.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Contains(long row)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last) = _ranges[middle];
            if (row < first)
            {
                high = middle - 1;
            }
            else if (row > last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both select the same rows.</summary>
    /// <param name="other">The other selection.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public bool Equals(RowSelection? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowSelection);

    /// <inheritdoc/>
    public override int GetHashCode() => new ValueList<(long First, long Last)>(_ranges).GetHashCode();

    /// <summary>The selection as <see cref="TryParse"/> reads it.</summary>
    /// <returns>Such as <c>all</c>, <c>1-20,35</c>, or <c>none</c> where no row is selected.</returns>
    public override string ToString() => _ranges switch
    {
        [] => "none",
        [(1, long.MaxValue)] => "all",
        _ => string.Join(',', _ranges.Select(range => range.First == range.Last
            ? range.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"))),
    };

    private static bool TryParseNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
