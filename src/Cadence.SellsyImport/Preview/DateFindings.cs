using System.Globalization;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Reports the date columns whose order a person should check: nothing in them decides, or they are read month first, or their values
/// contradict each other.
/// </summary>
internal static class DateFindings
{
    public static IEnumerable<ImportIssue> Of(FieldMapping mapping, ExportFacts facts)
    {
        foreach (var assignment in mapping.Assignments)
        {
            if (assignment.Column is { } column && facts.DateColumns.TryGetValue(column.Index, out var dates) && Of(dates) is { } finding)
            {
                yield return finding with { Field = assignment.Field.Name, Column = column.Heading };
            }
        }
    }

    private static ImportIssue? Of(DateColumnFacts dates)
    {
        if (dates.IsAssumed)
        {
            return new(IssueCodes.DateOrderAssumed, IssueSeverity.Warning) { Arguments = [Number(dates.Undecided)] };
        }

        var isMonthFirst = dates.Order == DateOrder.MonthFirst;
        return !isMonthFirst && dates.RulesOutDayFirst == 0 ? null : new(IssueCodes.DateOrderFound, IssueSeverity.Warning)
        {
            Arguments =
            [
                DateReader.FormatOf(dates.Order),
                Number(isMonthFirst ? dates.RulesOutDayFirst : dates.RulesOutMonthFirst),
                Number(isMonthFirst ? dates.RulesOutMonthFirst : dates.RulesOutDayFirst),
                Number(dates.Undecided),
            ],
        };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
