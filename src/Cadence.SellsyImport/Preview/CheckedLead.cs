namespace Cadence.SellsyImport.Preview;

/// <summary>A lead about which a rule or a matcher is asked. Immutable.</summary>
/// <param name="Row">The one-based number of its row.</param>
/// <param name="Lead">The lead as the row alone gives it.</param>
/// <param name="Owner">The user who would own it.</param>
public sealed record CheckedLead(long Row, Lead Lead, CadenceUser Owner)
{
    /// <summary>Identifies the row, without any value of the lead.</summary>
    /// <returns>The number of the row.</returns>
    public override string ToString() => $"row {Row}";
}
