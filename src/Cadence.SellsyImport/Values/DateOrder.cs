namespace Cadence.SellsyImport.Values;

/// <summary>Which of the first two numbers of a date such as 03/04/2026 is the day.</summary>
public enum DateOrder
{
    /// <summary>The day is first, as in France: 3 April.</summary>
    DayFirst,

    /// <summary>The month is first: March 4.</summary>
    MonthFirst,
}
