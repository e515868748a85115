using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Counts what the values of one column say about the order of day and month.</summary>
internal sealed class DateOrderCounter
{
    private long _dayFirstOnly;
    private long _monthFirstOnly;
    private long _either;

    /// <summary>Whether a value shows that the month is not first.</summary>
    public bool RulesOutMonthFirst => _dayFirstOnly > 0;

    public void Add(DateShape shape)
    {
        switch (shape)
        {
            case DateShape.DayFirstOnly:
                _dayFirstOnly++;
                break;
            case DateShape.MonthFirstOnly:
                _monthFirstOnly++;
                break;
            case DateShape.Either:
                _either++;
                break;
            default:
                break;
        }
    }

    public void Add(DateOrderCounter other)
    {
        _dayFirstOnly += other._dayFirstOnly;
        _monthFirstOnly += other._monthFirstOnly;
        _either += other._either;
    }

    public DateColumnFacts ToFacts() => new(
        _monthFirstOnly > 0 && _dayFirstOnly == 0 ? DateOrder.MonthFirst : DateOrder.DayFirst,
        RulesOutDayFirst: _monthFirstOnly,
        RulesOutMonthFirst: _dayFirstOnly,
        Undecided: _either);
}
