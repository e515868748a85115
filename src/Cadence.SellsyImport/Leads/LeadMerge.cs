using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>Completes a lead by a later row of the same contact: its blanks are filled and its companies collected.</summary>
internal static class LeadMerge
{
    public static Lead Complete(Lead lead, Lead by) => lead with
    {
        FirstName = lead.FirstName ?? by.FirstName,
        LastName = lead.LastName ?? by.LastName,
        Civility = lead.Civility ?? by.Civility,
        JobPosition = lead.JobPosition ?? by.JobPosition,
        Emails = Fill(lead.Emails, by.Emails),
        Phones = Fill(lead.Phones, by.Phones),
        LinkedIn = lead.LinkedIn ?? by.LinkedIn,
        Website = lead.Website ?? by.Website,
        Note = lead.Note ?? by.Note,
        Birthday = lead.Birthday ?? by.Birthday,
        Tags = Fill(lead.Tags, by.Tags),
        Company = lead.Company ?? by.Company,
        OtherCompanies = OtherCompanies(lead, by),
        CreatedInSellsy = lead.CreatedInSellsy ?? by.CreatedInSellsy,
        ModifiedInSellsy = lead.ModifiedInSellsy ?? by.ModifiedInSellsy,
        EmailConsent = lead.EmailConsent ?? by.EmailConsent,
        SmsConsent = lead.SmsConsent ?? by.SmsConsent,
        CustomValues = Add(lead.CustomValues, by.CustomValues),
        UnmappedValues = Add(lead.UnmappedValues, by.UnmappedValues),
        UnreadValues = Add(lead.UnreadValues, by.UnreadValues),
    };

    private static ImmutableArray<T> Fill<T>(ImmutableArray<T> values, ImmutableArray<T> by) => values.IsEmpty ? by : values;

    /// <summary>The values of the names that the lead does not have yet.</summary>
    private static ImmutableArray<LeadValue> Add(ImmutableArray<LeadValue> values, ImmutableArray<LeadValue> by)
    {
        if (by.IsEmpty)
        {
            return values;
        }

        var names = values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        return values.AddRange(by.Where(value => !names.Contains(value.Name)));
    }

    private static ImmutableArray<LeadCompany> OtherCompanies(Lead lead, Lead by)
    {
        if (lead.Company is null || by.Company is not { } added || Companies.AreOne(lead.Company, added) || lead.OtherCompanies.Any(other => Companies.AreOne(other, added)))
        {
            return lead.OtherCompanies;
        }

        return lead.OtherCompanies.Add(added);
    }
}
