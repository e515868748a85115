using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Finds the characters that no cell should hold: control characters, and U+FFFD where an earlier program lost a character.</summary>
internal static class CharacterIssueScanner
{
    /// <summary>The first byte of U+0080 to U+00BF; the first half of this range are control characters.</summary>
    private const byte LeadOfControls = 0xC2;

    /// <summary>The first byte of U+F000 to U+FFFF.</summary>
    private const byte LeadOfReplacement = 0xEF;

    /// <summary>Adds to the flaws of a block those that its text shows, the first of each kind on each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<byte> text, TextBlock block)
    {
        var before = block.Flaws.Count;
        var searched = 0;
        var endOfDecoded = 0;
        for (var at = IndexOfSuspect(text, 0); at < text.Length; at = IndexOfSuspect(text, searched))
        {
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

    /// <summary>The index of the next byte at which one may begin, or the length of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int IndexOfSuspect(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var part = Vector256.Create(text[at..]);
            var breaks = Vector256.Equals(part, Vector256.Create((byte)'\n')) | Vector256.Equals(part, Vector256.Create((byte)'\r')) | Vector256.Equals(part, Vector256.Create((byte)'\t'));
            var suspects = Vector256.AndNot(Vector256.LessThan(part, Vector256.Create((byte)' ')), breaks) | Vector256.Equals(part, Vector256.Create((byte)0x7F))
                | Vector256.Equals(part, Vector256.Create(LeadOfControls)) | Vector256.Equals(part, Vector256.Create(LeadOfReplacement));
            if (suspects != Vector256<byte>.Zero)
            {
                return at + BitOperations.TrailingZeroCount(suspects.ExtractMostSignificantBits());
            }
        }

        while (at < text.Length && text[at] is (>= (byte)' ' and not (0x7F or LeadOfControls or LeadOfReplacement)) or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
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
