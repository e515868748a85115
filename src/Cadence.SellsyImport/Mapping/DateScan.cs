using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the values of one date field say: about the order of day and month, and how many are no date in either order.</summary>
internal sealed class DateScan(CompiledAssignment assignment)
{
    private RowGroup _unreadableDayFirst;
    private RowGroup _unreadableMonthFirst;
    private int _numberDayFirst = RowScanner.Unknown;
    private int _numberMonthFirst = RowScanner.Unknown;

    public CompiledAssignment Assignment => assignment;

    public DateOrderCounter Column { get; } = new();

    /// <summary>Whether a person chose the month first, whatever the values say.</summary>
    public bool IsMonthFirstChosen { get; set; }

    /// <summary>The issue of a value that is no date in this order.</summary>
    public IssueKey IssueUnder(DateOrder order) =>
        new(IssueCodes.DateInvalid, IssueSeverity.Warning, assignment.Field.Name, assignment.Heading, DateReader.FormatOf(order));

    /// <summary>The number of that issue in its tally, to be set by the scanner.</summary>
    public ref int NumberUnder(DateOrder order) => ref order == DateOrder.DayFirst ? ref _numberDayFirst : ref _numberMonthFirst;

    /// <summary>Adds the value of a row.</summary>
    /// <returns>Whether it is a date with the day first, and whether it is one with the month first.</returns>
    public (bool IsDayFirst, bool IsMonthFirst) Add(ReadOnlySpan<char> text, int referenceYear, long row)
    {
        var isParsed = DateText.TryParse(text, out var date);
        Column.Add(isParsed ? DateReader.ShapeOf(date) : DateShape.NotADate);
        var isDayFirst = isParsed && DateReader.TryReadDay(date, DateOrder.DayFirst, referenceYear, out _);
        var isMonthFirst = isParsed && DateReader.TryReadDay(date, DateOrder.MonthFirst, referenceYear, out _);
        if (!isDayFirst)
        {
            _unreadableDayFirst.Add(row);
        }

        if (!isMonthFirst)
        {
            _unreadableMonthFirst.Add(row);
        }

        return (isDayFirst, isMonthFirst);
    }

    public void Add(DateScan later, long rowsBefore)
    {
        Column.Add(later.Column);
        _unreadableDayFirst.Add(later._unreadableDayFirst.Moved(rowsBefore));
        _unreadableMonthFirst.Add(later._unreadableMonthFirst.Moved(rowsBefore));
    }

    /// <summary>The rows whose value is no date in this order.</summary>
    public RowGroup Unreadable(DateOrder order) => order == DateOrder.DayFirst ? _unreadableDayFirst : _unreadableMonthFirst;
}
