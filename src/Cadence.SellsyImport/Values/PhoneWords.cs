using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// The words that people write before and after a number: what kind of phone it is (<c>Tél. bureau :</c>, <c>(perso)</c>) and the extension
/// (<c>poste 12</c>, <c>ext. 3</c>). Only words that are known are removed; a number with any other word is not certain.
/// </summary>
internal static class PhoneWords
{
    private const int MostDigitsOfExtension = 7;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kinds = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "t", "tel", "tél", "telephone", "téléphone", "tph", "phone", "p", "port", "portable", "m", "mob", "mobile", "gsm", "cell", "cellulaire", "cel",
        "fixe", "bureau", "bur", "standard", "std", "accueil", "ligne", "directe", "direct", "domicile", "dom", "maison", "perso", "personnel", "pro",
        "professionnel", "travail", "numero", "numéro", "num", "no", "n", "de", "du", "office", "work", "home", "main", "number", "whatsapp",
        "secretariat", "secrétariat", "principal").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FaxKinds =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "fax", "telecopie", "télécopie", "telecopieur", "télécopieur", "f").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "poste", "post", "ext", "extension", "x", "interne", "int", "p").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "n", "no", "num", "numero", "numéro").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Removes the words and the extension.</summary>
    /// <param name="text">The number as it is written, without blanks around it.</param>
    /// <param name="isFax">Whether the number is one of a fax: only there a word for a fax is right.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether there was anything to remove, and nothing else is left beside the number.</returns>
    public static bool TryRemove(ReadOnlySpan<char> text, bool isFax, out ReadOnlySpan<char> number)
    {
        number = text[..LengthWithoutExtension(text, out _)];
        return TryRemoveBehind(ref number, isFax) && TryRemoveBefore(ref number, isFax) && number.Length < text.Length;
    }

    /// <summary>The digits of the extension, or nothing.</summary>
    public static ReadOnlySpan<char> ExtensionOf(ReadOnlySpan<char> text)
    {
        LengthWithoutExtension(BlankCharacters.Trim(text), out var extension);
        return extension;
    }

    /// <summary>Whether the parameter of an extension starts here, as RFC 3966 writes it: <c>;ext=12</c>.</summary>
    public static bool IsParameter(ReadOnlySpan<char> text) => text.StartsWith(";ext=", StringComparison.OrdinalIgnoreCase);

    private static int LengthWithoutExtension(ReadOnlySpan<char> text, out ReadOnlySpan<char> extension)
    {
        extension = [];
        var end = EndWithout(text, text.Length, ")");
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        if (start == end || end - start > MostDigitsOfExtension)
        {
            return text.Length;
        }

        var before = EndWithout(text, start, ".:=°");
        var word = WordBefore(text, before);
        if (NumberWords.Contains(word))
        {
            before = EndWithout(text, before - word.Length, ".:=");
            word = WordBefore(text, before);
        }

        var isSign = before > 0 && text[before - 1] == '#';
        if (!isSign && !Extensions.Contains(word))
        {
            return text.Length;
        }

        var length = EndWithout(text, before - (isSign ? 1 : word.Length), ",;/-\u2013(.");
        extension = length == 0 ? [] : text[start..end];
        return length == 0 ? text.Length : length;
    }

    private static bool TryRemoveBehind(ref ReadOnlySpan<char> text, bool isFax)
    {
        var last = text.LastIndexOfAnyInRange('0', '9');
        var behind = text[(last + 1)..];
        if (last < 0 || !ContainsLetter(behind))
        {
            return last >= 0;
        }

        text = text[..(last + 1)];
        while (!behind.IsEmpty)
        {
            if (!TrySkip(ref behind, isFax))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryRemoveBefore(ref ReadOnlySpan<char> text, bool isFax)
    {
        var first = text.IndexOfAny("+\uFF0B0123456789");
        if (first < 0 || !ContainsLetter(text[..first]))
        {
            return first >= 0;
        }

        var before = text[..first];
        // The parenthesis in "Tél (0)5 46 77 88 99" and in "Tél (+33) 5 46 77 88 99" is part of the number.
        var opens = before[^1] == '(' && text[first..].IndexOf(')') is var close && close >= 0 && !before.Contains(')');
        text = text[(opens ? first - 1 : first)..];
        before = opens ? before[..^1] : before;
        while (!before.IsEmpty)
        {
            if (!TrySkip(ref before, isFax))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Skips a word that is known, or a sign beside it.</summary>
    private static bool TrySkip(ref ReadOnlySpan<char> text, bool isFax)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        var word = text[..length];
        var isKnown = length > 0
            ? Kinds.Contains(word) || (isFax && FaxKinds.Contains(word))
            : text[0] is '.' or ':' or '=' or '-' or '\u2013' or '(' or ')' or '[' or ']' or '/' or ',' or '°' or '\u00BA' || BlankCharacters.IsBlank(text[0]);
        text = text[Math.Max(1, length)..];
        return isKnown;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The end of a text without the blanks and the given signs before a place.</summary>
    private static int EndWithout(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> signs)
    {
        while (end > 0 && (signs.Contains(text[end - 1]) || BlankCharacters.IsBlank(text[end - 1])))
        {
            end--;
        }

        return end;
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }
}
