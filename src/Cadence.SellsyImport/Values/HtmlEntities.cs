using System.Globalization;
using System.Net;
using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Character references of HTML: <c>&amp;eacute;</c>, <c>&amp;#39;</c>, <c>&amp;#xE9;</c>. Only a whole reference with its semicolon counts, so
/// that <c>Dupont &amp; Fils; Acme</c> is no reference. One to a control character means nothing.
/// </summary>
internal static class HtmlEntities
{
    private const int LongestName = 10;
    private const int MostTimes = 3;

    /// <summary>Decodes a text, and what was encoded twice as well.</summary>
    /// <returns>Whether the text holds a reference; otherwise <paramref name="decoded"/> is not set.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, out string decoded)
    {
        if (!TryDecodeOnce(text, out decoded))
        {
            return false;
        }

        for (var times = 1; times < MostTimes && TryDecodeOnce(decoded, out var again); times++)
        {
            decoded = again;
        }

        return true;
    }

    /// <summary>Decodes each reference of a text once.</summary>
    /// <returns>Whether the text holds a reference; otherwise <paramref name="decoded"/> is not set.</returns>
    public static bool TryDecodeOnce(ReadOnlySpan<char> text, out string decoded)
    {
        StringBuilder? written = null;
        var copied = 0;
        for (var start = text.IndexOf('&'); start >= 0;)
        {
            var length = 1;
            if (TryRead(text[start..], out var meaning, out var found))
            {
                (written ??= new(text.Length)).Append(text[copied..start]).Append(meaning);
                length = found;
                copied = start + length;
            }

            var next = text[(start + length)..].IndexOf('&');
            start = next < 0 ? -1 : start + length + next;
        }

        decoded = written?.Append(text[copied..]).ToString() ?? "";
        return written is not null;
    }

    /// <param name="text">Starts with the ampersand.</param>
    /// <param name="meaning">The character; nothing for a control character.</param>
    /// <param name="length">The length of the reference.</param>
    private static bool TryRead(ReadOnlySpan<char> text, out string meaning, out int length)
    {
        meaning = "";
        var end = text[..Math.Min(text.Length, LongestName + 2)].IndexOf(';');
        length = end + 1;
        if (end < 2)
        {
            return false;
        }

        var name = text[1..end];
        return name[0] == '#' ? TryReadNumber(name[1..], out meaning) : TryReadName(text[..length], name, out meaning);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out string meaning)
    {
        meaning = "";
        var isHexadecimal = digits is ['x' or 'X', ..];
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(isHexadecimal ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        // Old web pages write &#146; for an apostrophe: a byte of Windows-1252, and no control character, is meant (HTML Living Standard).
        number = number is >= 0x80 and <= 0x9F ? Mojibake.FromWindows1252((char)number) : number;
        if (!Rune.TryCreate(number, out var rune))
        {
            return false;
        }

        meaning = Rune.IsControl(rune) && number is not ('\t' or '\n' or '\r') ? "" : rune.ToString();
        return true;
    }

    private static bool TryReadName(ReadOnlySpan<char> reference, ReadOnlySpan<char> name, out string meaning)
    {
        if (EntityNames.TryFind(name, out var character))
        {
            meaning = character;
            return true;
        }

        var text = name.ContainsAnyExcept(EntityNames.Characters) ? "" : reference.ToString();
        meaning = WebUtility.HtmlDecode(text);
        return !string.Equals(meaning, text, StringComparison.Ordinal);
    }
}
