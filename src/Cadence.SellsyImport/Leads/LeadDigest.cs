namespace Cadence.SellsyImport.Leads;

/// <summary>A hash of every value of a lead and of the id of its owner, to recognise a lead that stands as it was written.</summary>
internal static class LeadDigest
{
    public static long Of(Lead lead, CadenceUser owner)
    {
        var hash = new ContentHash();
        if (lead.SellsyAccount.Length > 0)
        {
            hash.Add(lead.SellsyAccount);
        }

        hash.Add(lead.SellsyContactId);

        // The name of the owner is no value of the lead: it may change. How the file names the owner is one that few stores keep.
        hash.Add(owner.Id);
        hash.Add(lead.FirstName);
        hash.Add(lead.LastName);
        hash.Add(lead.Civility);
        hash.Add(lead.JobPosition);
        hash.Add(lead.Emails.Length);
        foreach (var email in lead.Emails)
        {
            hash.Add((long)email.Type);
            hash.Add(email.Address);
        }

        hash.Add(lead.Phones.Length);
        foreach (var phone in lead.Phones)
        {
            Add(ref hash, phone);
        }

        hash.Add(lead.LinkedIn);
        hash.Add(lead.Website);
        hash.Add(lead.Note);
        hash.Add(lead.Birthday?.DayNumber ?? -1);
        Add(ref hash, lead.Tags.AsSpan());
        Add(ref hash, lead.Company);
        hash.Add(lead.OtherCompanies.Length);
        foreach (var company in lead.OtherCompanies)
        {
            Add(ref hash, company);
        }

        hash.Add(lead.CreatedInSellsy?.Ticks ?? -1);
        hash.Add(lead.ModifiedInSellsy?.Ticks ?? -1);
        Add(ref hash, lead.EmailConsent);
        Add(ref hash, lead.SmsConsent);
        Add(ref hash, lead.CustomValues.AsSpan());
        Add(ref hash, lead.UnmappedValues.AsSpan());
        Add(ref hash, lead.UnreadValues.AsSpan());
        return hash.Value;
    }

    private static void Add(ref ContentHash hash, LeadPhone phone)
    {
        hash.Add((long)phone.Type);
        hash.Add(phone.Text);
        hash.Add(phone.E164);
    }

    private static void Add(ref ContentHash hash, LeadCompany? company)
    {
        hash.Add(company is null ? 0 : 1);
        if (company is null)
        {
            return;
        }

        hash.Add(company.SellsyId);
        hash.Add(company.Name);
        hash.Add(company.Email);
        hash.Add(company.Phone is null ? 0 : 1);
        if (company.Phone is { } phone)
        {
            Add(ref hash, phone);
        }

        hash.Add(company.Website);
        hash.Add(company.Size);
        hash.Add(company.Type);
        Add(ref hash, company.AddressLines.AsSpan());
        hash.Add(company.ZipCode);
        hash.Add(company.City);
        hash.Add(company.State);
        hash.Add(company.Country);
        hash.Add(company.Siren);
        hash.Add(company.Siret);
    }

    private static void Add(ref ContentHash hash, bool? yesNo) => hash.Add(yesNo switch { null => -1, true => 1, false => 0 });

    private static void Add(ref ContentHash hash, ReadOnlySpan<string> texts)
    {
        hash.Add(texts.Length);
        foreach (var text in texts)
        {
            hash.Add(text);
        }
    }

    private static void Add(ref ContentHash hash, ReadOnlySpan<LeadValue> values)
    {
        hash.Add(values.Length);
        foreach (var value in values)
        {
            hash.Add(value.Name);
            hash.Add(value.Text);
        }
    }
}
