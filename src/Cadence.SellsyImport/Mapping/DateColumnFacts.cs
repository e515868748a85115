using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the values of a date column say about its order: one decision for the whole column, with its evidence.</summary>
/// <param name="Order">The decision: the order that no value rules out; day first where none or both are ruled out.</param>
/// <param name="RulesOutDayFirst">The rows whose value can only be month first, such as 04/25/2026.</param>
/// <param name="RulesOutMonthFirst">The rows whose value can only be day first, such as 25/04/2026.</param>
/// <param name="Undecided">The rows whose value can be either, such as 03/04/2026.</param>
public sealed record DateColumnFacts(DateOrder Order, long RulesOutDayFirst, long RulesOutMonthFirst, long Undecided)
{
    /// <summary>Whether a person chose the order, whatever the values say.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Whether the order is assumed: there are values that could be either, and none that decides.</summary>
    public bool IsAssumed => Undecided > 0 && RulesOutDayFirst == 0 && RulesOutMonthFirst == 0 && !IsChosen;
}
