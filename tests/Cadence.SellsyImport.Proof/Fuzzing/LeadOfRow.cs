namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Compares what a row shows with what the store was given, by what tells a lead from another.</summary>
internal static class LeadOfRow
{
    public static IEqualityComparer<(long Row, Lead? Lead)> Comparer { get; } = EqualityComparer<(long Row, Lead? Lead)>.Create(
        (one, other) => Key(one) == Key(other),
        value => Key(value).GetHashCode());

    private static (long, string?, string?, string?, string?, int, int) Key((long Row, Lead? Lead) value) =>
        value.Lead is { } lead
            ? (value.Row, lead.SellsyContactId, lead.FirstName, lead.LastName, lead.Note, lead.Emails.Length, lead.Phones.Length)
            : (value.Row, null, null, null, null, 0, 0);
}
