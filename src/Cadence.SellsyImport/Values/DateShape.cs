namespace Cadence.SellsyImport.Values;

/// <summary>What one value of a date column says about the order of the column.</summary>
internal enum DateShape
{
    /// <summary>No date in any order.</summary>
    NotADate,

    /// <summary>The same date in either order: the year or the month's name decides, or the day and the month are the same number.</summary>
    Unambiguous,

    /// <summary>A date only with the day first, such as 25/04/2026.</summary>
    DayFirstOnly,

    /// <summary>A date only with the month first, such as 04/25/2026.</summary>
    MonthFirstOnly,

    /// <summary>A date with the day first and another one with the month first, such as 03/04/2026.</summary>
    Either,
}
