using System.Collections.Immutable;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// A list that is equal to another one of equal elements, as the backing field of a property: <see cref="ImmutableArray{T}"/> compares
/// its array by reference. A list that was never set is empty.
/// </summary>
internal readonly struct ValueList<T>(ImmutableArray<T> items) : IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items = items;

    public static implicit operator ValueList<T>(ImmutableArray<T> items) => new(items);

    public static implicit operator ImmutableArray<T>(ValueList<T> list) => list.Items;

    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public bool Equals(ValueList<T> other) => _items == other._items || _items.AsSpan().SequenceEqual(other._items.AsSpan());

    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items.AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
