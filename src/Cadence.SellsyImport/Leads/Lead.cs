using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport;

/// <summary>
/// The person that a row of the export was mapped to. Immutable and safe to keep. A blank cell is <see langword="null"/> or an empty
/// list, never an empty text.
/// </summary>
public sealed record Lead
{
    /// <summary>The values. They change only while a new lead is made.</summary>
    internal LeadData Data;

    /// <summary>Creates a lead.</summary>
    public Lead()
    {
    }

    /// <summary>The lead of a row.</summary>
    [SetsRequiredMembers]
    internal Lead(LeadData data)
    {
        Data = data;
        SellsyContactId = data.SellsyContactId!;
    }

    /// <summary>
    /// The Sellsy account that the contact is of; with the Sellsy id the identity of the lead, and with its own id that of the company. Sellsy numbers its
    /// objects per account since August 2024 (Sellsy API v2.292.1, <i>Unicity of Identifiers</i>).
    /// </summary>
    /// <value>Default: empty, for a host with one account.</value>
    public string SellsyAccount { get => Data.SellsyAccount ?? ""; init => Data.SellsyAccount = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The Sellsy id of the contact: the identity of the lead within its account.</summary>
    public required string SellsyContactId { get => Data.SellsyContactId!; init => Data.SellsyContactId = value; }

    /// <summary>The first name; null only if the host made the field optional.</summary>
    public string? FirstName { get => Data.FirstName; init => Data.FirstName = value; }

    /// <summary>The last name.</summary>
    public string? LastName { get => Data.LastName; init => Data.LastName = value; }

    /// <summary>The owner as the file names it, before it was resolved to a user.</summary>
    public OwnerReference NamedOwner { get => Data.NamedOwner; init => Data.NamedOwner = value; }

    /// <summary>
    /// The form of address: <c>Monsieur</c>, <c>Madame</c> or <c>Mademoiselle</c> where the text is a known form of one of them, else the
    /// text.
    /// </summary>
    public string? Civility { get => Data.Civility; init => Data.Civility = value; }

    /// <summary>The job position.</summary>
    public string? JobPosition { get => Data.JobPosition; init => Data.JobPosition = value; }

    /// <summary>The e-mail addresses, each once, the primary one first.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadEmail> Emails { get => Data.Emails; init => Data.Emails = value; }

    /// <summary>The phone numbers, in the order of the fields: phone, mobile, fax.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadPhone> Phones { get => Data.Phones; init => Data.Phones = value; }

    /// <summary>The LinkedIn page.</summary>
    public string? LinkedIn { get => Data.LinkedIn; init => Data.LinkedIn = value; }

    /// <summary>The web site.</summary>
    public string? Website { get => Data.Website; init => Data.Website = value; }

    /// <summary>The note, as plain text; lines end with LF.</summary>
    public string? Note { get => Data.Note; init => Data.Note = value; }

    /// <summary>The birthday.</summary>
    public DateOnly? Birthday { get => Data.Birthday; init => Data.Birthday = value; }

    /// <summary>The tags, each once whatever its case.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> Tags { get => Data.Tags; init => Data.Tags = value; }

    /// <summary>The company; null for a lead without a company, which is not an error.</summary>
    public LeadCompany? Company { get => Data.Company; init => Data.Company = value; }

    /// <summary>The companies that later rows of the contact added, where the host merges rows.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadCompany> OtherCompanies { get => Data.OtherCompanies; init => Data.OtherCompanies = value; }

    /// <summary>When the contact was created in Sellsy; Sellsy gives no time zone.</summary>
    public DateTime? CreatedInSellsy { get => Data.CreatedInSellsy; init => Data.CreatedInSellsy = value; }

    /// <summary>When the contact was last modified in Sellsy; Sellsy gives no time zone.</summary>
    public DateTime? ModifiedInSellsy { get => Data.ModifiedInSellsy; init => Data.ModifiedInSellsy = value; }

    /// <summary>Whether the contact subscribed to e-mail campaigns; a blank is neither yes nor no.</summary>
    public bool? EmailConsent { get => Data.EmailConsent; init => Data.EmailConsent = value; }

    /// <summary>Whether the contact subscribed to SMS campaigns; a blank is neither yes nor no.</summary>
    public bool? SmsConsent { get => Data.SmsConsent; init => Data.SmsConsent = value; }

    /// <summary>The values of the fields that the host added.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> CustomValues { get => Data.CustomValues; init => Data.CustomValues = value; }

    /// <summary>The values of the columns that are not mapped, where the host asks to keep them.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> UnmappedValues { get => Data.UnmappedValues; init => Data.UnmappedValues = value; }

    /// <summary>
    /// The values that could not be read as their field requires, and the lists that contribute only their first value. A warning reports
    /// each one, and its text is kept unchanged.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> UnreadValues { get => Data.UnreadValues; init => Data.UnreadValues = value; }

    /// <summary>The name of the type, without any personal data.</summary>
    /// <returns>A text without any value of the file.</returns>
    public override string ToString() => nameof(Lead);
}
