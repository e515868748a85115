using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>Removes a person from a ledger: first from the plans, because only the batches know which rows of a plan are the person's.</summary>
internal static class Forgetting
{
    private const int MostTries = 10;

    /// <returns>How many rows of imports are forgotten.</returns>
    public static async Task<long> RunAsync(IImportLedger ledger, string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var import in rows.ToLookup(row => row.ImportId, row => row.Row, StringComparer.Ordinal))
        {
            await ForgetInPlanAsync(ledger, import.Key, [.. import], cancellationToken).ConfigureAwait(false);
        }

        return await ledger.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Another call may replace the plan at the same time, so it is read again until it was replaced as it was read.</summary>
    private static async Task ForgetInPlanAsync(IImportLedger ledger, string importId, HashSet<long> rows, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var plan = await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false);
            var without = Without(plan, rows);
            if (without.Span.SequenceEqual(plan.Span) || await ledger.ReplacePlanAsync(importId, plan, without, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            if (tries == MostTries)
            {
                throw new SellsyImportException(ErrorCodes.SeamContractBroken, nameof(IImportRecords), "the plan that was read, not replaced", "a plan that is replaced");
            }
        }
    }

    /// <summary>The plan without the corrected cells and the issues of rules that are the person's. One that this version cannot read is dropped.</summary>
    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> bytes, HashSet<long> rows)
    {
        if (bytes.IsEmpty)
        {
            return bytes;
        }

        PlannedSelection saved;
        try
        {
            saved = PlanFile.Read(bytes);
        }
        catch (SellsyImportException exception) when (exception.Code is ErrorCodes.PlanUnreadable or ErrorCodes.PlanOfAnotherVersion)
        {
            return default;
        }

        var corrections = saved.Plan.Corrections.Cells.Where(cell => rows.Contains(cell.Row))
            .Aggregate(saved.Plan.Corrections, (left, cell) => left.WithoutCell(cell.Row, cell.Column));
        var issues = saved.Plan.RuleIssues.All.RemoveAll(issue => rows.Contains(issue.Row));
        return PlanFile.Write(saved.Plan.With(corrections, RuleIssues.Of(issues)), saved.Selection);
    }
}
