namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Compares what a row shows with what the store was given, by what tells a lead from another.</summary>
internal static class LeadOfRow
{
    public static IEqualityComparer<(long Row, Lead? Lead)> Comparer { get; } = EqualityComparer<(long Row, Lead? Lead)>.Create(
        (one, other) => Key(one) == Key(other),
        value => Key(value).GetHashCode());

    private static (long, string?, string?, string?, string?, int, int) Key((long Row, Lead? Lead) value) =>
        (value.Row, value.Lead?.SellsyContactId, value.Lead?.FirstName, value.Lead?.LastName, value.Lead?.Note, value.Lead?.Emails.Length ?? -1, value.Lead?.Phones.Length ?? -1);
}
