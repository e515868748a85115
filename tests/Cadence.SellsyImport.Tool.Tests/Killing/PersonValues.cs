using System.Buffers;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>The values of an export that tell of a person, of those that are long enough not to be met by chance: no process may say one of them.</summary>
internal sealed class PersonValues
{
    private const int ShortestWord = 6;
    private const int ShortestPhone = 10;

    private readonly SearchValues<string> _values;
    private int _texts;

    private PersonValues(string[] values)
    {
        Count = values.Length;
        _values = SearchValues.Create(values, StringComparison.Ordinal);
    }

    /// <summary>How many different values there are.</summary>
    public int Count { get; }

    /// <summary>How many texts were looked through.</summary>
    public int Texts => _texts;

    public static PersonValues Of(byte[] export)
    {
        var lines = Encoding.UTF8.GetString(export).Split('\n');
        var cells = lines.Skip(1).SelectMany(line => line.Split(';', ',', '"', '\r'));
        return new([.. cells.Where(IsOfPerson).Where(cell => !lines[0].Contains(cell, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)]);
    }

    public void AssertNoneIn(string told, string text)
    {
        Interlocked.Increment(ref _texts);
        var place = text.AsSpan().IndexOfAny(_values);
        Assert.True(place < 0, $"{told}: a value of a person is told: {text[Math.Max(0, place)..Math.Min(text.Length, Math.Max(0, place) + 60)]}");
    }

    private static bool IsOfPerson(string cell) =>
        cell.Any(char.IsLetter) ? cell.Length >= ShortestWord : cell.Length >= ShortestPhone && cell[0] is '0' or '+';
}
