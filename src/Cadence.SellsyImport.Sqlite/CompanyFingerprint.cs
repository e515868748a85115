namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// A 64-bit hash of all values of a company (FNV-1a over UTF-16 code units), by which thousands of companies are compared without being
/// kept in memory.
/// </summary>
internal static class CompanyFingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const char None = '\uFFFF';
    private const char End = '\uFFFE';

    public static ulong Of(LeadCompany company)
    {
        var hash = Basis;
        hash = Add(hash, company.SellsyId);
        hash = Add(hash, company.Name);
        hash = Add(hash, company.Email);
        hash = Add(hash, company.Phone is { } phone ? PhoneTypes.NameOf(phone.Type) : null);
        hash = Add(hash, company.Phone?.Text);
        hash = Add(hash, company.Phone?.E164);
        hash = Add(hash, company.Website);
        hash = Add(hash, company.Size);
        hash = Add(hash, company.Type);
        foreach (var line in company.AddressLines)
        {
            hash = Add(hash, line);
        }

        hash = Add(hash, null);
        hash = Add(hash, company.ZipCode);
        hash = Add(hash, company.City);
        hash = Add(hash, company.State);
        hash = Add(hash, company.Country);
        hash = Add(hash, company.Siren);
        return Add(hash, company.Siret);
    }

    private static ulong Add(ulong hash, string? text)
    {
        foreach (var unit in text.AsSpan())
        {
            hash = (hash ^ unit) * Prime;
        }

        return (hash ^ (text is null ? None : End)) * Prime;
    }
}
