using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the values of one date field say: about the order of day and month, and how many are no date in either order.</summary>
internal sealed class DateScan(CompiledAssignment assignment)
{
    private long _unreadableDayFirst;
    private long _unreadableMonthFirst;

    public CompiledAssignment Assignment => assignment;

    public DateOrderCounter Column { get; } = new();

    public void Add(ReadOnlySpan<char> text, int referenceYear)
    {
        var isParsed = DateText.TryParse(text, out var date);
        Column.Add(isParsed ? DateReader.ShapeOf(date) : DateShape.NotADate);
        _unreadableDayFirst += isParsed && DateReader.TryReadDay(date, DateOrder.DayFirst, referenceYear, out _) ? 0 : 1;
        _unreadableMonthFirst += isParsed && DateReader.TryReadDay(date, DateOrder.MonthFirst, referenceYear, out _) ? 0 : 1;
    }

    public void Add(DateScan later)
    {
        Column.Add(later.Column);
        _unreadableDayFirst += later._unreadableDayFirst;
        _unreadableMonthFirst += later._unreadableMonthFirst;
    }

    /// <summary>How many values are no date in this order.</summary>
    public long Unreadable(DateOrder order) => order == DateOrder.DayFirst ? _unreadableDayFirst : _unreadableMonthFirst;
}
