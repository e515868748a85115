using System.Collections.Immutable;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport;

/// <summary>The company of a lead, as the file gives it. Immutable.</summary>
public sealed record LeadCompany
{
    /// <summary>The values. They change only while a new company is made.</summary>
    internal CompanyData Data;

    /// <summary>Creates a company.</summary>
    public LeadCompany()
    {
    }

    /// <summary>The company of a row.</summary>
    internal LeadCompany(CompanyData data) => Data = data;

    /// <summary>The Sellsy id: digits; null if the file gives none.</summary>
    public string? SellsyId { get => Data.SellsyId; init => Data.SellsyId = value; }

    /// <summary>The name; null if only the id is known.</summary>
    public string? Name { get => Data.Name; init => Data.Name = value; }

    /// <summary>
    /// The name folded, so that equivalent spellings are equal: a store recognises a company without a Sellsy id by it. The name itself if
    /// folding leaves nothing of it; null if there is no name. Computed at every call.
    /// </summary>
    public string? NameKey => Name is null ? null : TextFolding.Label(Name) is { Length: > 0 } folded ? folded : Name;

    /// <summary>The e-mail address.</summary>
    public string? Email { get => Data.Email; init => Data.Email = value; }

    /// <summary>The phone number.</summary>
    public LeadPhone? Phone { get => Data.Phone; init => Data.Phone = value; }

    /// <summary>The web site.</summary>
    public string? Website { get => Data.Website; init => Data.Website = value; }

    /// <summary>The size, as text.</summary>
    public string? Size { get => Data.Size; init => Data.Size = value; }

    /// <summary>The type, as text: client, prospect or supplier.</summary>
    public string? Type { get => Data.Type; init => Data.Type = value; }

    /// <summary>The lines of the address that are not blank, in order.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> AddressLines { get => Data.AddressLines; init => Data.AddressLines = value; }

    /// <summary>The postal code, as text.</summary>
    public string? ZipCode { get => Data.ZipCode; init => Data.ZipCode = value; }

    /// <summary>The city.</summary>
    public string? City { get => Data.City; init => Data.City = value; }

    /// <summary>The state or region.</summary>
    public string? State { get => Data.State; init => Data.State = value; }

    /// <summary>The country, or its code.</summary>
    public string? Country { get => Data.Country; init => Data.Country = value; }

    /// <summary>The SIREN: nine digits.</summary>
    public string? Siren { get => Data.Siren; init => Data.Siren = value; }

    /// <summary>The SIRET: fourteen digits.</summary>
    public string? Siret { get => Data.Siret; init => Data.Siret = value; }
}
