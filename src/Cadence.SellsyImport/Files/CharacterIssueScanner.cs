using System.Buffers;
using System.Globalization;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Finds the characters that no cell should hold: control characters, and U+FFFD where an earlier program lost a character.</summary>
internal static class CharacterIssueScanner
{
    /// <summary>The first byte of U+0080 to U+00BF; the first half of this range are control characters.</summary>
    private const byte LeadOfControls = 0xC2;

    /// <summary>The first byte of U+F000 to U+FFFF.</summary>
    private const byte LeadOfReplacement = 0xEF;

    private static readonly SearchValues<byte> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not ('\t' or '\r' or '\n')).Select(value => (byte)value), 0x7F, LeadOfControls, LeadOfReplacement]);

    /// <summary>Adds to the flaws of a block those that its text shows, the first of each kind on each line.</summary>
    public static void Scan(ReadOnlySpan<byte> text, TextBlock block)
    {
        var before = block.Flaws.Count;
        var searched = 0;
        var endOfDecoded = 0;
        for (var at = text.IndexOfAny(Suspects); at >= 0; at = text[searched..].IndexOfAny(Suspects))
        {
            at += searched;
            searched = at + 1;
            if (Kind(text[at..]) is not { } kind || (kind == CharacterIssueKind.DecodedControl && at < endOfDecoded))
            {
                continue;
            }

            block.Flaws.Add(new(at, kind, 0, CodePoint(text[at..], kind)));
            if (kind != CharacterIssueKind.ReplacementCharacter)
            {
                var lineEnd = LineEnds.IndexOfFirst(text[at..]) is >= 0 and var length ? at + length : text.Length;
                endOfDecoded = lineEnd;
                searched = kind == CharacterIssueKind.ControlCharacter ? Math.Max(searched, lineEnd) : searched;
            }
        }

        if (before > 0 && block.Flaws.Count > before)
        {
            block.Flaws.Sort(static (one, other) => one.Position.CompareTo(other.Position));
        }
    }

    private static CharacterIssueKind? Kind(ReadOnlySpan<byte> text) => text switch
    {
        [LeadOfControls, >= 0x80 and < 0xA0 and var control, ..] =>
            Mojibake.FromWindows1252((char)control) == control ? CharacterIssueKind.ControlCharacter : CharacterIssueKind.DecodedControl,
        [LeadOfReplacement, 0xBF, 0xBD, ..] => CharacterIssueKind.ReplacementCharacter,
        [< LeadOfControls, ..] => CharacterIssueKind.ControlCharacter,
        _ => null,
    };

    private static string CodePoint(ReadOnlySpan<byte> text, CharacterIssueKind kind) => kind == CharacterIssueKind.ReplacementCharacter
        ? "U+FFFD"
        : string.Create(CultureInfo.InvariantCulture, $"U+{(text[0] == LeadOfControls ? text[1] : text[0]):X4}");
}
