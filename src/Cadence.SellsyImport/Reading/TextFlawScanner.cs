using System.Buffers;
using System.Globalization;

namespace Cadence.SellsyImport.Reading;

/// <summary>Finds the characters that no cell should hold: control characters, and U+FFFD where an earlier program lost a character.</summary>
internal static class TextFlawScanner
{
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not ('\t' or '\r' or '\n')).Select(value => (byte)value), 0x7F]);

    /// <summary>Adds to the flaws of a block those that its text shows: the first of each kind on each line.</summary>
    public static void Scan(ReadOnlySpan<byte> text, TextBlock block)
    {
        var before = block.Flaws.Count;
        AddLines(text, TextFlawKind.ControlCharacter, IndexOfControl, block);
        AddLines(text, TextFlawKind.ControlCharacter, IndexOfSecondControl, block);
        AddLines(text, TextFlawKind.ReplacementCharacter, static span => span.IndexOf("\uFFFD"u8), block);
        if (block.Flaws.Count > before)
        {
            block.Flaws.Sort(static (one, other) => one.Position.CompareTo(other.Position));
        }
    }

    private static int IndexOfControl(ReadOnlySpan<byte> text) => text.IndexOfAny(ControlBytes);

    /// <summary>U+0080 to U+009F: the bytes C2 80 to C2 9F.</summary>
    private static int IndexOfSecondControl(ReadOnlySpan<byte> text)
    {
        var searched = 0;
        for (var at = text.IndexOf((byte)0xC2); at >= 0; at = text[searched..].IndexOf((byte)0xC2))
        {
            at += searched;
            if (at + 1 < text.Length && text[at + 1] < 0xA0)
            {
                return at;
            }

            searched = at + 1;
        }

        return -1;
    }

    private delegate int Finder(ReadOnlySpan<byte> text);

    private static void AddLines(ReadOnlySpan<byte> text, TextFlawKind kind, Finder find, TextBlock block)
    {
        var searched = 0;
        for (var at = find(text); at >= 0; at = find(text[searched..]))
        {
            at += searched;
            block.Flaws.Add(new(at, kind, 0, CodePoint(text[at..], kind)));
            var lineEnd = LineEnds.IndexOfFirst(text[at..]);
            if (lineEnd < 0)
            {
                return;
            }

            searched = at + lineEnd;
        }
    }

    private static string CodePoint(ReadOnlySpan<byte> text, TextFlawKind kind) => kind == TextFlawKind.ReplacementCharacter
        ? "U+FFFD"
        : string.Create(CultureInfo.InvariantCulture, $"U+{(text[0] == 0xC2 ? text[1] : text[0]):X4}");
}
