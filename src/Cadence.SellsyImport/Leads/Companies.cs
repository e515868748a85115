using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>Compares and completes companies.</summary>
internal static class Companies
{
    /// <summary>The texts of a company, by its fields.</summary>
    public static ImmutableArray<(string Field, Func<LeadCompany, string?> Text)> Facts { get; } =
    [
        (LeadFields.CompanySellsyId.Name, company => company.SellsyId),
        (LeadFields.Company.Name, company => company.Name),
        (LeadFields.CompanyEmail.Name, company => company.Email),
        (LeadFields.CompanyPhone.Name, company => company.Phone is { E164: { } number } phone ? $"{phone.Text} ({number})" : company.Phone?.Text),
        (LeadFields.CompanyWebsite.Name, company => company.Website),
        (LeadFields.CompanySize.Name, company => company.Size),
        (LeadFields.CompanyType.Name, company => company.Type),
        (LeadFields.CompanyAddress.Name, company => company.AddressLines.IsEmpty ? null : string.Join(", ", company.AddressLines)),
        (LeadFields.CompanyZipCode.Name, company => company.ZipCode),
        (LeadFields.CompanyCity.Name, company => company.City),
        (LeadFields.CompanyState.Name, company => company.State),
        (LeadFields.CompanyCountry.Name, company => company.Country),
        (LeadFields.CompanySiren.Name, company => company.Siren),
        (LeadFields.CompanySiret.Name, company => company.Siret),
    ];

    /// <summary>Two companies are one by their Sellsy ids, and by their names only where neither has an id.</summary>
    public static bool AreOne(LeadCompany one, LeadCompany other) =>
        one.SellsyId is null && other.SellsyId is null ? one.NameKey == other.NameKey : one.SellsyId == other.SellsyId;

    public static LeadCompany Fill(LeadCompany company, LeadCompany by) => company with
    {
        SellsyId = company.SellsyId ?? by.SellsyId,
        Name = company.Name ?? by.Name,
        Email = company.Email ?? by.Email,
        Phone = company.Phone ?? by.Phone,
        Website = company.Website ?? by.Website,
        Size = company.Size ?? by.Size,
        Type = company.Type ?? by.Type,
        AddressLines = company.AddressLines.IsEmpty ? by.AddressLines : company.AddressLines,
        ZipCode = company.ZipCode ?? by.ZipCode,
        City = company.City ?? by.City,
        State = company.State ?? by.State,
        Country = company.Country ?? by.Country,
        Siren = company.Siren ?? by.Siren,
        Siret = company.Siret ?? by.Siret,
    };
}
