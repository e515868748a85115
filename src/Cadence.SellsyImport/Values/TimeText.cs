using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Reads what may follow a date: nothing, or a time of day. The time is the one on the clock where it was written; an offset is left out.</summary>
internal static class TimeText
{
    private const int MostFractionDigits = 7;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    /// <summary>Reads <c>, HH:MM</c>, <c> HH:MM:SS</c>, <c>THH:MM:SS.fff</c>, <c> HHhMM</c>, <c> H:MM PM</c>, with <c>Z</c> or an offset, or nothing at all.</summary>
    public static bool TryParse(ReadOnlySpan<char> rest, out TimeSpan? time)
    {
        time = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is not (',' or 'T') && !BlankCharacters.IsBlank(rest[0]))
        {
            return false;
        }

        rest = BlankCharacters.Trim(rest[0] is ',' or 'T' ? rest[1..] : rest).TrimStart(',');
        rest = BlankCharacters.Trim(rest);
        if (!TryTake(ref rest, 1, out var hour) || rest.IsEmpty || rest[0] is not (':' or 'h'))
        {
            return false;
        }

        rest = rest[1..];
        if (!TryTake(ref rest, 2, out var minute) || !TryTakeSeconds(ref rest, out var second) || !(rest.IsEmpty || IsOffset(rest) || TryTakeHalf(rest, ref hour))
            || hour > 23 || minute > 59 || second >= TimeSpan.FromMinutes(1))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, 0) + second;
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, int least, out int number)
    {
        var length = CountDigits(rest);
        number = length <= 2 ? Number(rest[..length]) : 0;
        rest = rest[length..];
        return length >= least && length <= 2;
    }

    private static bool TryTakeSeconds(ref ReadOnlySpan<char> rest, out TimeSpan seconds)
    {
        seconds = default;
        if (!rest.StartsWith(':'))
        {
            return true;
        }

        rest = rest[1..];
        if (!TryTake(ref rest, 2, out var whole))
        {
            return false;
        }

        seconds = TimeSpan.FromSeconds(whole);
        if (rest.StartsWith('.'))
        {
            var length = CountDigits(rest[1..]);
            if (length is 0 or > MostFractionDigits)
            {
                return false;
            }

            var ticks = Number(rest.Slice(1, length));
            for (var i = length; i < MostFractionDigits; i++)
            {
                ticks *= 10;
            }

            seconds += TimeSpan.FromTicks(ticks);
            rest = rest[(length + 1)..];
        }

        return true;
    }

    /// <summary>Whether the text is the offset of a time zone (ISO 8601): <c>Z</c>, <c>+01:00</c>, <c>-0500</c>, <c> +01</c>.</summary>
    private static bool IsOffset(ReadOnlySpan<char> rest)
    {
        var zone = BlankCharacters.Trim(rest);
        if (zone is "Z" or "z")
        {
            return true;
        }

        if (zone is not ['+' or '-' or '\u2212', .. var offset])
        {
            return false;
        }

        var hours = CountDigits(offset);
        var minutes = offset[hours..] is [':', .. var after] ? after : [];
        return hours switch
        {
            2 => offset.Length == 2 || (minutes.Length == 2 && DigitsReader.IsDigits(minutes)),
            4 => offset.Length == 4,
            _ => false,
        };
    }

    private static bool TryTakeHalf(ReadOnlySpan<char> rest, ref int hour)
    {
        var half = BlankCharacters.Trim(rest);
        if (half.IsEmpty)
        {
            return true;
        }

        var isAfternoon = half.Equals("PM", StringComparison.OrdinalIgnoreCase);
        if ((!isAfternoon && !half.Equals("AM", StringComparison.OrdinalIgnoreCase)) || hour is 0 or > 12)
        {
            return false;
        }

        hour = (hour % 12) + (isAfternoon ? 12 : 0);
        return true;
    }
}
