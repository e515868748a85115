using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>The values of one row on their way into a company.</summary>
internal struct CompanyDraft()
{
    public string? SellsyId;
    public string? Name;
    public string? Email;
    public LeadPhone? Phone;
    public string? Website;
    public string? Size;
    public string? Type;
    public ImmutableArray<string> AddressLines = [];
    public string? ZipCode;
    public string? City;
    public string? State;
    public string? Country;
    public string? Siren;
    public string? Siret;

    /// <summary>The company, or null if it has no name, no id and no other value.</summary>
    public readonly LeadCompany? ToCompany() => IsBlank ? null : new LeadCompany
    {
        SellsyId = SellsyId,
        Name = Name,
        Email = Email,
        Phone = Phone,
        Website = Website,
        Size = Size,
        Type = Type,
        AddressLines = AddressLines,
        ZipCode = ZipCode,
        City = City,
        State = State,
        Country = Country,
        Siren = Siren,
        Siret = Siret,
    };

    private readonly bool IsBlank =>
        (SellsyId ?? Name ?? Email ?? Website ?? Size ?? Type ?? ZipCode ?? City ?? State ?? Country ?? Siren ?? Siret) is null
        && Phone is null
        && AddressLines.IsEmpty;
}
