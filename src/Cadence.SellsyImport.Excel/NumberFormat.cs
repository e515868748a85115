using System.Text;

namespace Cadence.SellsyImport.Excel;

/// <summary>What a number format says about the numbers of its cells (ECMA-376 part 1, 18.8.30 and 18.8.31). Immutable.</summary>
/// <param name="Kind">How numbers are rendered.</param>
/// <param name="Pattern">
/// For <see cref="NumberFormatKind.Digits"/>: <see cref="Digit"/> for each digit that is shown even if it is 0, <see cref="OptionalDigit"/> for
/// the others, and the characters between them.
/// </param>
internal sealed record NumberFormat(NumberFormatKind Kind, string Pattern = "")
{
    /// <summary>Stands in a pattern for a digit.</summary>
    public const char Digit = '\0';

    /// <summary>Stands in a pattern for a digit, or for nothing before the first digit.</summary>
    public const char OptionalDigit = '\x1';

    /// <summary>The format of a cell that has none.</summary>
    public static NumberFormat General { get; } = new(NumberFormatKind.Plain);

    /// <summary>One of the formats that have a number and no code in the file.</summary>
    public static NumberFormat OfId(int id) => id switch
    {
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(NumberFormatKind.Date),
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => new(NumberFormatKind.Time),
        22 => new(NumberFormatKind.DateTime),
        46 => new(NumberFormatKind.Duration),
        _ => General,
    };

    /// <summary>The format of a code such as <c>dd/mm/yyyy</c> or <c>00000</c>; only its section for positive numbers counts.</summary>
    public static NumberFormat OfCode(string code)
    {
        var (pattern, letters) = (new StringBuilder(), new StringBuilder());
        var (isPlain, isDuration) = (false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    var text = Until(code, at, '"');
                    pattern.Append(text);
                    at += text.Length + 1;
                    break;
                case '[':
                    var inside = Until(code, at, ']');
                    isDuration |= inside.Length > 0 && !inside.ContainsAnyExcept("hHmMsS");

                    // A condition chooses between sections, so the first one may not be that of the number.
                    isPlain |= inside.StartsWith('<') || inside.StartsWith('>') || inside.StartsWith('=');
                    at += inside.Length + 1;
                    break;
                case '\\' when at + 1 < code.Length:
                    pattern.Append(code[++at]);
                    break;
                case '_' or '*':
                    isPlain = true;
                    at++;
                    break;
                case '0':
                    pattern.Append(Digit);
                    break;
                case '#' or '?':
                    pattern.Append(OptionalDigit);
                    break;
                case ' ' or '-' or '+' or '(' or ')' or ':':
                    pattern.Append(code[at]);
                    break;
                default:
                    isPlain = true;
                    letters.Append(code[at]);
                    break;
            }
        }

        return isDuration ? new(NumberFormatKind.Duration)
            : OfLetters(letters.ToString()) is { } date ? new(date)
            : !isPlain && IsOfDigits(pattern.ToString()) ? new(NumberFormatKind.Digits, pattern.ToString())
            : General;
    }

    private static ReadOnlySpan<char> Until(string code, int start, char end)
    {
        var rest = code.AsSpan(start + 1);
        return rest.IndexOf(end) is >= 0 and var length ? rest[..length] : rest;
    }

    /// <summary>Whether the letters of a format are those of days and hours. An m means minutes if hours or seconds stand beside it.</summary>
    private static NumberFormatKind? OfLetters(string letters)
    {
        if (letters.Contains("General", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var hasTime = letters.AsSpan().ContainsAny("hHsS");
        var hasDate = letters.AsSpan().ContainsAny("yYdD") || (!hasTime && letters.AsSpan().ContainsAny("mM"));
        return (hasDate, hasTime) switch
        {
            (true, true) => NumberFormatKind.DateTime,
            (true, false) => NumberFormatKind.Date,
            (false, true) => NumberFormatKind.Time,
            _ => null,
        };
    }

    /// <summary>Whether a pattern shows zeros before a number that has fewer digits.</summary>
    private static bool IsOfDigits(string pattern)
    {
        var first = pattern.AsSpan().IndexOfAny(Digit, OptionalDigit);
        return first >= 0 && pattern[first] == Digit && pattern.AsSpan(first + 1).ContainsAny(Digit, OptionalDigit);
    }
}
