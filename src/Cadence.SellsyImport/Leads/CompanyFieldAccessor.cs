namespace Cadence.SellsyImport.Leads;

/// <summary>A detail of the company. It is compared and copied with the company as a whole.</summary>
internal abstract class CompanyFieldAccessor(LeadField field) : LeadFieldAccessor(field.Name)
{
    /// <summary>Completes the detail from the same company on a row, under its policy.</summary>
    public abstract void Combine(ref CompanyData there, CompanyData row, FieldPolicies policies);

    public abstract string? TextOf(CompanyData company);

    public sealed override string? TextOf(LeadVersion lead) => lead.Lead.Company is { } company ? TextOf(company.Data) : null;
}
