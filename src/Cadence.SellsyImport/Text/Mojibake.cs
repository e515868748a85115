using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>UTF-8 text that was read as Windows-1252 or Latin-1, once or more: <c>PrÃ©nom</c> for <c>Prénom</c>.</summary>
internal static class Mojibake
{
    private const int MostTimes = 3;
    private const char Unencodable = '\uFFFF';

    /// <summary>Windows-1252 for the bytes 80 to 9F; its five undefined bytes stand for themselves, as in Latin-1.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The code page of the Macintosh for the bytes 80 to BF.</summary>
    private const string Macintosh =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø";

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Whether a text may be garbled. Cheap; no proof.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsSuspect(ReadOnlySpan<char> text)
    {
        for (var lead = text.IndexOfAnyInRange('\u00C2', char.MaxValue); lead >= 0; lead = text.IndexOfAnyInRange('\u00C2', char.MaxValue))
        {
            if (StartsSequence(text[lead..]) || IsOddWordEnd(text, lead) || IsOfOtherCodePage(text[lead..]))
            {
                return true;
            }

            text = text[(lead + 1)..];
        }

        return false;
    }

    /// <summary>
    /// Whether a text is garbled, although perhaps not all of it can be repaired: one sequence cannot be meant as it stands, wherever the rest of
    /// the text comes from. In <c>Ã Lyon</c> a later program made a blank of the no-break space.
    /// </summary>
    public static bool IsGarbled(string text)
    {
        for (var lead = 0; lead < text.Length; lead++)
        {
            if (text[lead] >= '\u00C2' && (IsSureSequence(text, lead) || IsOddWordEnd(text, lead) || IsOfOtherCodePage(text.AsSpan(lead))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Repairs a text that is surely double-encoded: all of it are bytes of Windows-1252 that are valid UTF-8, and one sequence at least
    /// cannot be meant as it stands. <c>L'ÉTÉ…</c> is such bytes too, but a plain French text.
    /// </summary>
    public static bool TryRepair(string text, out string repaired)
    {
        repaired = text;
        for (var times = 0; times < MostTimes && IsSuspect(repaired) && TryRepairOnce(repaired, out var once); times++)
        {
            repaired = once;
        }

        return !ReferenceEquals(repaired, text);
    }

    /// <summary>The character that Windows-1252 has for a byte of 80 to 9F.</summary>
    public static char FromWindows1252(char value) => Windows1252[value - 0x80];

    private static bool TryRepairOnce(string text, out string repaired)
    {
        repaired = text;
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            if (!TryEncode(text, bytes) || !HasSureSequence(text) || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, text.Length)))
            {
                return false;
            }

            repaired = StrictUtf8.GetString(bytes, 0, text.Length);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static bool TryEncode(string text, byte[] bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var value = ToByte(text[i]);
            if (value == Unencodable)
            {
                return false;
            }

            bytes[i] = (byte)value;
        }

        return true;
    }

    private static bool HasSureSequence(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var length = SequenceLength(text[i]);
            if (length > 1 && IsContinuation(ToByte(text[i + 1])) && IsSure(text, i, length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSureSequence(string text, int lead) => StartsSequence(text.AsSpan(lead)) && IsSure(text, lead, SequenceLength(text[lead]));

    /// <summary>Whether a lead byte read as a letter is followed by its continuation bytes read as characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool StartsSequence(ReadOnlySpan<char> text)
    {
        var length = SequenceLength(text[0]);
        var found = 1;
        while (found < length && found < text.Length && IsContinuation(ToByte(text[found])))
        {
            found++;
        }

        return length > 1 && found == length;
    }

    /// <summary>Whether an Ã or Â stands alone, or ends a word in small letters: what followed it was a no-break space.</summary>
    private static bool IsOddWordEnd(ReadOnlySpan<char> text, int lead) =>
        text[lead] is 'Ã' or 'Â'
        && (lead + 1 == text.Length || text[lead + 1] is ' ' or ',' or '.' or ';')
        && (lead == 0 ? text.Length > 1 && text[lead] == 'Ã' : text[lead - 1] == ' ' ? text[lead] == 'Ã' : char.IsLower(text[lead - 1]));

    /// <summary>Whether UTF-8 was read as code page 850 of DOS (<c>├®</c>) or as that of the Macintosh (<c>√©</c>).</summary>
    private static bool IsOfOtherCodePage(ReadOnlySpan<char> text) => text switch
    {
        ['├' or '┬', var next, ..] => !char.IsWhiteSpace(next) && next is not (>= '\u2500' and <= '\u257F'),
        ['√', var next, ..] => Macintosh.Contains(next, StringComparison.Ordinal),
        ['Ô', 'Ç', 'Ö' or 'ô' or 'ª', ..] or ['‚', 'Ä', 'ô' or 'ú' or 'ù' or '¶' or 'î' or 'ì', ..] => true,
        _ => false,
    };

    // Nobody writes Ã© or â€™. After another accented letter, a quote, an ellipsis or a blank can be intended: été…, ÉTÉ».
    private static bool IsSure(string text, int lead, int length)
    {
        if (text[lead] is 'Â' or 'Ã' || IsLigature(text, lead)
            || string.CompareOrdinal(text, lead, "ï»¿", 0, 3) == 0 || string.CompareOrdinal(text, lead, "ï¿½", 0, 3) == 0
            || (text[lead], text[lead + 1]) is ('â', '€' or '‚' or 'ƒ' or '„' or '†' or '‡' or 'ˆ' or '‰') or ('ð', 'Ÿ'))
        {
            return true;
        }

        foreach (var character in text.AsSpan(lead + 1, Math.Min(length, text.Length - lead) - 1))
        {
            if (CanFollowALetter(character))
            {
                return false;
            }
        }

        return true;
    }

    // Å’ and Å“ are Œ and œ where a letter follows, as it always does in a word; an Å before a closing quote stands at the end of one.
    private static bool IsLigature(string text, int lead) =>
        text[lead] == 'Å' && text[lead + 1] is '\u2019' or '\u201C' && lead + 2 < text.Length && char.IsAsciiLetter(text[lead + 2]);

    private static bool CanFollowALetter(char character) =>
        character is '\u00A0' or '\u2026' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '«' or '»' or '\u2039' or '\u203A'
            or '\u2013' or '\u2014' or '\u2122' or '\u20AC' or '\u2022' or '®' or '·' or '²' or '³' or '¹' or '°' or 'º' or 'ª'
            || char.IsLetter(character);

    private static int SequenceLength(char lead) => lead switch
    {
        >= '\u00C2' and <= '\u00DF' => 2,
        >= '\u00E0' and <= '\u00EF' => 3,
        >= '\u00F0' and <= '\u00F4' => 4,
        _ => 1,
    };

    private static bool IsContinuation(char value) => value is >= '\u0080' and <= '\u00BF';

    private static char ToByte(char character)
    {
        if (character <= '\u00FF')
        {
            return character;
        }

        var index = Windows1252.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? Unencodable : (char)(0x80 + index);
    }
}
