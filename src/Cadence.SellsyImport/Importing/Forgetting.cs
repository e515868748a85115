using System.Text.Encodings.Web;
using System.Text.Json;
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
        var rows = (await ledger.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(row => row.ImportId, row => row.Row, StringComparer.Ordinal);

        // A match names contacts of rows that no batch has. The ledger must not be called again while its imports are read.
        var imports = await ledger.ReadImportsAsync(cancellationToken: cancellationToken).Where(import => import.Import.SellsyAccount == sellsyAccount)
            .Select(import => import.Import.ImportId).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var importId in imports.Union(rows.Select(import => import.Key), StringComparer.Ordinal))
        {
            await ForgetInPlanAsync(ledger, importId, plan => Without(plan, [.. rows[importId]], sellsyContactId), cancellationToken).ConfigureAwait(false);
        }

        return await ledger.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Another call may replace the plan at the same time, so it is read again until it was replaced as it was read.</summary>
    private static async Task ForgetInPlanAsync(
        IImportLedger ledger, string importId, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> forget, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var plan = await ledger.ReadPlanAsync(importId, cancellationToken).ConfigureAwait(false);
            var without = forget(plan);
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

    /// <summary>
    /// The plan without the corrected cells and the issues of rules that are the person's, and without the matches that name the person. One that
    /// this version cannot read is dropped if it has rows of the person.
    /// </summary>
    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> bytes, HashSet<long> rows, string contactId)
    {
        if (bytes.IsEmpty || (rows.Count == 0 && !MayName(bytes.Span, contactId)))
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
            return rows.Count == 0 ? bytes : default;
        }

        var plan = saved.Plan;
        var corrections = plan.Corrections.Cells.Where(cell => rows.Contains(cell.Row))
            .Aggregate(plan.Corrections, (left, cell) => left.WithoutCell(cell.Row, cell.Column));
        var issues = plan.RuleIssues.All.RemoveAll(issue => rows.Contains(issue.Row));
        return PlanFile.Write(plan.With(corrections, RuleIssues.Of(issues), plan.Matches.Without(rows, contactId)), saved.Selection);
    }

    /// <summary>Whether the JSON of a plan can name a contact. If it does not, a plan of millions of rows need not be parsed.</summary>
    private static bool MayName(ReadOnlySpan<byte> bytes, string contactId) =>
        bytes.IndexOf(JsonEncodedText.Encode(contactId, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes) >= 0;
}
