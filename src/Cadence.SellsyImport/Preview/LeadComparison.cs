using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Preview;

/// <summary>Compares the rows of a file with their leads in Cadence: what each policy would do, and whether they are the same people at all.</summary>
internal sealed class LeadComparison(SellsyImportOptions options, Func<OwnerReference, bool> isStandIn)
{
    private readonly FieldPolicies _fill = new(ExistingLeadPolicy.FillBlanks, options) { IsStandIn = isStandIn };
    private readonly FieldPolicies _overwrite = new(ExistingLeadPolicy.Overwrite, options) { IsStandIn = isStandIn };
    private long _compared;
    private long _different;

    /// <summary>The finding if most rows differ from their leads in name and e-mail address; otherwise null.</summary>
    public ImportIssue? Finding => 2 * _different > _compared
        ? new(IssueCodes.ContactsLookDifferent, IssueSeverity.Warning) { Arguments = [$"{_different}", $"{_compared}"] }
        : null;

    /// <summary>Compares a row, and counts it.</summary>
    public (bool FillChanges, bool OverwriteChanges) Compare(LeadVersion there, Lead row, CadenceUser owner)
    {
        _compared++;
        _different += ExistingLeads.LookDifferent(there.Lead, row) ? 1 : 0;
        return CompareAgain(there, row, owner);
    }

    /// <summary>Compares a lead made of several rows; the first of them was counted already.</summary>
    public (bool FillChanges, bool OverwriteChanges) CompareAgain(LeadVersion there, Lead row, CadenceUser owner) => (
        !ReferenceEquals(ExistingLeads.Apply(_fill, there, row, owner), there),
        !ReferenceEquals(ExistingLeads.Apply(_overwrite, there, row, owner), there));
}
