using System.Collections.Frozen;
using System.Text.Json;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The values of an enumeration as they are stored: in lower case, their words joined by an underscore, such as <c>fill_blanks</c>. A store that
/// writes names and not numbers can be read with SQL, and keeps its meaning where a value is added between two others. Thread-safe.
/// </summary>
public static class EnumNames
{
    /// <summary>Gives the name of a value.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">One of its values.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such value.</exception>
    public static string Of<T>(T value) where T : struct, Enum =>
        Known<T>.Names.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such value.");

    /// <summary>Finds the value of a name.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">A name that <see cref="Of{T}"/> gave; another case is another name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No value has this name.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        Known<T>.Values.TryGetValue(name, out var value) ? value : throw new ArgumentOutOfRangeException(nameof(name), name, $"{typeof(T).Name} has no value of this name.");

    private static class Known<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}"));

        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(one => one.Value, one => one.Key, StringComparer.Ordinal);
    }
}
