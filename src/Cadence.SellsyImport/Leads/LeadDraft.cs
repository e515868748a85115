using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// The values of one row on their way into a lead. It lives on the stack and is new for every row, so that nothing of one row can reach
/// the next.
/// </summary>
internal ref struct LeadDraft
{
    public LeadData Lead;
    public CompanyData Company;
    public ImmutableArray<LeadValue>.Builder? CustomValues;
    public ImmutableArray<LeadValue>.Builder? UnmappedValues;
    public ImmutableArray<LeadValue>.Builder? UnreadValues;

    /// <summary>Adds a value to a list, which one cell may make long.</summary>
    public static void Add(ref ImmutableArray<LeadValue>.Builder? values, LeadValue value) =>
        (values ??= ImmutableArray.CreateBuilder<LeadValue>()).Add(value);

    /// <summary>The lead, once: the draft has no other values any more. Null without an identity.</summary>
    public Lead? ToLead()
    {
        Lead.Company = Company == default ? null : new(Company);
        Lead.CustomValues = CustomValues?.DrainToImmutable() ?? [];
        Lead.UnmappedValues = UnmappedValues?.DrainToImmutable() ?? [];
        Lead.UnreadValues = UnreadValues?.DrainToImmutable() ?? [];
        return Lead.SellsyContactId is null ? null : new(Lead);
    }
}
