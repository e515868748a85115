namespace Cadence.SellsyImport.Leads;

/// <summary>A detail of the company. It is compared and copied with the company as a whole.</summary>
internal abstract class CompanyFieldAccessor(LeadField field) : LeadFieldAccessor(field.Name)
{
    /// <summary>Takes the value of another company, if there is none.</summary>
    public abstract void Fill(ref CompanyData company, CompanyData by);

    public abstract string? TextOf(CompanyData company);
}
