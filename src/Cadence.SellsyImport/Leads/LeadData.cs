using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>The values of a lead, as fields that <see cref="LeadFieldTable"/> refers to. A blank is the default value.</summary>
internal record struct LeadData
{
    public string? SellsyAccount;
    public string? SellsyContactId;
    public string? FirstName;
    public string? LastName;
    public OwnerReference NamedOwner;
    public string? Civility;
    public string? JobPosition;
    public ValueList<LeadEmail> Emails;
    public ValueList<LeadPhone> Phones;
    public string? LinkedIn;
    public string? Website;
    public string? Note;
    public DateOnly? Birthday;
    public ValueList<string> Tags;
    public LeadCompany? Company;
    public ValueList<LeadCompany> OtherCompanies;
    public DateTime? CreatedInSellsy;
    public DateTime? ModifiedInSellsy;
    public bool? EmailConsent;
    public bool? SmsConsent;
    public ValueList<LeadValue> CustomValues;
    public ValueList<LeadValue> UnmappedValues;
    public ValueList<LeadValue> UnreadValues;
}
