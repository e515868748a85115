using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>Counts what each policy would do with the rows whose contact is in Cadence already.</summary>
internal static class PolicyTally
{
    public static ImmutableArray<PolicyCounts> Of(PlanVerdicts verdicts, bool canChangeLeads)
    {
        var (active, fills, overwrites) = (0L, 0L, 0L);
        for (var row = 1L; row <= verdicts.Rows; row++)
        {
            if (verdicts.StatusOf(row) == RowStatus.Active)
            {
                active++;
                fills += verdicts.OutcomeOf(row, ExistingLeadPolicy.FillBlanks) == RowOutcome.Updated ? 1 : 0;
                overwrites += verdicts.OutcomeOf(row, ExistingLeadPolicy.Overwrite) == RowOutcome.Updated ? 1 : 0;
            }
        }

        var skip = new PolicyCounts(ExistingLeadPolicy.Skip, 0, 0, active);
        return canChangeLeads
            ? [skip, new(ExistingLeadPolicy.FillBlanks, fills, active - fills, 0), new(ExistingLeadPolicy.Overwrite, overwrites, active - overwrites, 0)]
            : [skip];
    }
}
