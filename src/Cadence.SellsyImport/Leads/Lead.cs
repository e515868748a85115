using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>
/// The person that a row of the export was mapped to. Immutable and safe to keep. A blank cell is <see langword="null"/> or an empty
/// list, never an empty text.
/// </summary>
public sealed record Lead
{
    private readonly ValueList<LeadEmail> _emails;
    private readonly ValueList<LeadPhone> _phones;
    private readonly ValueList<string> _tags;
    private readonly ValueList<LeadCompany> _otherCompanies;
    private readonly ValueList<LeadValue> _customValues;
    private readonly ValueList<LeadValue> _unmappedValues;
    private readonly ValueList<LeadValue> _unreadValues;

    /// <summary>The Sellsy id of the contact: the identity of the lead.</summary>
    public required string SellsyContactId { get; init; }

    /// <summary>The first name; null only if the host made the field optional.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The owner as the file names it, before it was resolved to a user.</summary>
    public OwnerReference NamedOwner { get; init; }

    /// <summary>
    /// The form of address: <c>Monsieur</c>, <c>Madame</c> or <c>Mademoiselle</c> where the text is a known form of one of them, else the
    /// text.
    /// </summary>
    public string? Civility { get; init; }

    /// <summary>The job position.</summary>
    public string? JobPosition { get; init; }

    /// <summary>The e-mail addresses, each once, the primary one first.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadEmail> Emails
    {
        get => _emails;
        init => _emails = value;
    }

    /// <summary>The phone numbers, in the order of the fields: phone, mobile, fax.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadPhone> Phones
    {
        get => _phones;
        init => _phones = value;
    }

    /// <summary>The LinkedIn page.</summary>
    public string? LinkedIn { get; init; }

    /// <summary>The web site.</summary>
    public string? Website { get; init; }

    /// <summary>The note, as plain text; lines end with LF.</summary>
    public string? Note { get; init; }

    /// <summary>The birthday.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>The tags, each once whatever its case.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> Tags
    {
        get => _tags;
        init => _tags = value;
    }

    /// <summary>The company; null for a lead without a company, which is not an error.</summary>
    public LeadCompany? Company { get; init; }

    /// <summary>The companies that later rows of the contact added, where the host merges rows.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadCompany> OtherCompanies
    {
        get => _otherCompanies;
        init => _otherCompanies = value;
    }

    /// <summary>When the contact was created in Sellsy; Sellsy gives no time zone.</summary>
    public DateTime? CreatedInSellsy { get; init; }

    /// <summary>When the contact was last modified in Sellsy; Sellsy gives no time zone.</summary>
    public DateTime? ModifiedInSellsy { get; init; }

    /// <summary>Whether the contact subscribed to e-mail campaigns; a blank is neither yes nor no.</summary>
    public bool? EmailConsent { get; init; }

    /// <summary>Whether the contact subscribed to SMS campaigns; a blank is neither yes nor no.</summary>
    public bool? SmsConsent { get; init; }

    /// <summary>The values of the fields that the host added.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> CustomValues
    {
        get => _customValues;
        init => _customValues = value;
    }

    /// <summary>The values of the columns that are not mapped, where the host asks to keep them.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> UnmappedValues
    {
        get => _unmappedValues;
        init => _unmappedValues = value;
    }

    /// <summary>
    /// The values that could not be read as their field requires, and the lists that contribute only their first value. A warning reports
    /// each one, and its text is kept unchanged.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<LeadValue> UnreadValues
    {
        get => _unreadValues;
        init => _unreadValues = value;
    }

    /// <summary>The name of the type, without any personal data.</summary>
    /// <returns>A text without any value of the file.</returns>
    public override string ToString() => nameof(Lead);
}
