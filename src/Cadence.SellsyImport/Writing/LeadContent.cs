namespace Cadence.SellsyImport.Writing;

/// <summary>Compares leads by what they hold; the equality of records compares their lists by reference.</summary>
internal static class LeadContent
{
    public static bool IsSame(Lead one, Lead other) =>
        one.Emails.SequenceEqual(other.Emails)
        && one.Phones.SequenceEqual(other.Phones)
        && one.Tags.SequenceEqual(other.Tags)
        && one.OtherCompanies.SequenceEqual(other.OtherCompanies)
        && one.CustomValues.SequenceEqual(other.CustomValues)
        && one.UnmappedValues.SequenceEqual(other.UnmappedValues)
        && one.UnreadValues.SequenceEqual(other.UnreadValues)
        && one == other with
        {
            Emails = one.Emails,
            Phones = one.Phones,
            Tags = one.Tags,
            OtherCompanies = one.OtherCompanies,
            CustomValues = one.CustomValues,
            UnmappedValues = one.UnmappedValues,
            UnreadValues = one.UnreadValues,
        };
}
