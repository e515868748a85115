using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// The values of one row on their way into a lead. It lives on the stack and is new for every row, so that nothing of one row can reach
/// the next.
/// </summary>
internal ref struct LeadDraft()
{
    public string? SellsyContactId;
    public string? FirstName;
    public string? LastName;
    public string? OwnerName;
    public string? OwnerSellsyId;
    public string? Civility;
    public string? JobPosition;
    public ImmutableArray<LeadEmail> Emails = [];
    public ImmutableArray<LeadPhone> Phones = [];
    public string? LinkedIn;
    public string? Website;
    public string? Note;
    public DateOnly? Birthday;
    public ImmutableArray<string> Tags = [];
    public DateTime? CreatedInSellsy;
    public DateTime? ModifiedInSellsy;
    public bool? EmailConsent;
    public bool? SmsConsent;
    public ImmutableArray<LeadValue>.Builder? CustomValues;
    public ImmutableArray<LeadValue>.Builder? UnmappedValues;
    public ImmutableArray<LeadValue>.Builder? UnreadValues;
    public CompanyDraft Company = new();

    /// <summary>Adds a value to a list, which one cell may make long.</summary>
    public static void Add(ref ImmutableArray<LeadValue>.Builder? values, LeadValue value) =>
        (values ??= ImmutableArray.CreateBuilder<LeadValue>()).Add(value);

    public readonly OwnerReference NamedOwner => new(OwnerName, OwnerSellsyId);

    /// <summary>The lead, once: the draft has no other values any more.</summary>
    public readonly Lead? ToLead() => SellsyContactId is null ? null : new Lead
    {
        SellsyContactId = SellsyContactId,
        FirstName = FirstName,
        LastName = LastName,
        NamedOwner = NamedOwner,
        Civility = Civility,
        JobPosition = JobPosition,
        Emails = Emails,
        Phones = Phones,
        LinkedIn = LinkedIn,
        Website = Website,
        Note = Note,
        Birthday = Birthday,
        Tags = Tags,
        Company = Company.ToCompany(),
        CreatedInSellsy = CreatedInSellsy,
        ModifiedInSellsy = ModifiedInSellsy,
        EmailConsent = EmailConsent,
        SmsConsent = SmsConsent,
        CustomValues = CustomValues?.DrainToImmutable() ?? [],
        UnmappedValues = UnmappedValues?.DrainToImmutable() ?? [],
        UnreadValues = UnreadValues?.DrainToImmutable() ?? [],
    };
}
