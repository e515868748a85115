using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>Renders the number of a cell. The same on every host.</summary>
internal static class NumberText
{
    /// <summary>A spreadsheet keeps 15 digits of a number and replaces those after them.</summary>
    private const double FirstRounded = 1e15;

    private const double MillisecondsOfDay = 86_400_000;
    private const int LastDay = 2_958_465;
    private const int DaysTo1904 = 1_462;

    /// <summary>In the calendar of spreadsheets 1900 is a leap year, as it was in Lotus 1-2-3.</summary>
    private const int DayThatNeverWas = 60;

    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>Whether the number may have had more digits before a spreadsheet rounded it.</summary>
    public static bool IsRounded(double number) => Math.Abs(number) >= FirstRounded;

    /// <summary>The number as its format shows it if that loses nothing, else with all its digits.</summary>
    /// <param name="number">A finite number.</param>
    /// <param name="format">The format of its cell.</param>
    /// <param name="countsFrom1904">Whether day 0 is 1 January 1904.</param>
    public static string Of(double number, NumberFormat format, bool countsFrom1904) => format.Kind switch
    {
        NumberFormatKind.Plain => Plain(number),
        NumberFormatKind.Digits => number >= 0 && number < FirstRounded && Math.Floor(number) == number ? Digits((long)number, format.Pattern) : Plain(number),
        _ => Moment(number, format.Kind, countsFrom1904) ?? Plain(number),
    };

    /// <summary>A cell that has its date as text: the day alone if there is no more to it, else the text.</summary>
    public static ReadOnlySpan<char> OfDate(ReadOnlySpan<char> text, NumberFormat format)
    {
        const int LengthOfDay = 10;
        return format.Kind != NumberFormatKind.DateTime && text.Length > LengthOfDay && text[LengthOfDay..].IndexOfAnyExcept("T0:.") < 0
            ? text[..LengthOfDay]
            : text;
    }

    /// <summary>
    /// The shortest text that means the number, with a dot. A number that may be rounded has an exponent, such as <c>1.23456789012345E+15</c>, so
    /// that no reader takes it for an exact one.
    /// </summary>
    private static string Plain(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var digits = text[sign.Length..(exponent < 0 ? text.Length : exponent)];
        if (exponent < 0 && IsRounded(number))
        {
            var power = (digits + '.').IndexOf('.', StringComparison.Ordinal) - 1;
            digits = digits.Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
            return FormattableString.Invariant($"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}E+{power}");
        }

        if (exponent >= 0 && !IsRounded(number))
        {
            var zeros = int.Parse(text.AsSpan(exponent + 2), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
            return $"{sign}0.{new string('0', zeros)}{digits.Replace(".", "", StringComparison.Ordinal)}";
        }

        return text == "-0" ? "0" : text;
    }

    private static string Digits(long number, string pattern)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var places = pattern.Count(character => character is NumberFormat.Digit or NumberFormat.OptionalDigit);
        digits = digits.PadLeft(places, '0');
        var text = new System.Text.StringBuilder();
        var next = 0;
        foreach (var character in pattern)
        {
            if (character is NumberFormat.Digit or NumberFormat.OptionalDigit)
            {
                // Digits for which there is no place stand at the first one.
                var taken = next == 0 ? digits.Length - places + 1 : 1;
                text.Append(digits, next, taken);
                next += taken;
            }
            else
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }

    /// <summary>The day and the time that a number of days means, or null if spreadsheets have no such day.</summary>
    private static string? Moment(double number, NumberFormatKind kind, bool countsFrom1904)
    {
        if (number is < 0 or > LastDay + 1)
        {
            return null;
        }

        var milliseconds = (long)Math.Round(number * MillisecondsOfDay);
        if (kind == NumberFormatKind.Duration)
        {
            return FormattableString.Invariant($"{milliseconds / 3_600_000}:{OfDay(milliseconds)[3..]}");
        }

        var (day, time) = Math.DivRem(milliseconds, (long)MillisecondsOfDay);
        if (day == 0 && kind == NumberFormatKind.Time)
        {
            return OfDay(time);
        }

        if (day + (countsFrom1904 ? DaysTo1904 : 0) > LastDay)
        {
            return null;
        }

        var date = DateOf((int)day, countsFrom1904);
        return time == 0 && kind == NumberFormatKind.Date ? date : $"{date}T{OfDay(time)}";
    }

    private static string DateOf(int day, bool countsFrom1904)
    {
        if (countsFrom1904)
        {
            day += DaysTo1904;
        }
        else if (day is 0 or DayThatNeverWas)
        {
            return day == 0 ? "1900-01-00" : "1900-02-29";
        }
        else if (day < DayThatNeverWas)
        {
            day++;
        }

        return DayZero.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string OfDay(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.ToString(time.Milliseconds == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
    }
}
