using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Leads;

/// <summary>The values of a company, as fields that <see cref="LeadFieldTable"/> refers to. A blank is the default value.</summary>
internal record struct CompanyData
{
    public string? SellsyId;
    public string? Name;
    public string? Email;
    public LeadPhone? Phone;
    public string? Website;
    public string? Size;
    public string? Type;
    public ValueList<string> AddressLines;
    public string? ZipCode;
    public string? City;
    public string? State;
    public string? Country;
    public string? Siren;
    public string? Siret;
}
