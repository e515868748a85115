using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Decides what each policy would do with leads that are in Cadence and that several rows of the file form together. No single row shows
/// this, so the file is read once more if there are such leads.
/// </summary>
internal sealed class MergedPreviewer(RowValidator validator, PlanVerdicts verdicts, ILeadReader reader, LeadComparison comparison)
{
    private const int LeadsPerQuestion = 1_024;

    private readonly MergingLeads _merging = new(verdicts);
    private readonly Dictionary<string, LeadEntry> _toAsk = new(StringComparer.Ordinal);

    public static bool IsNeeded(PlanVerdicts verdicts) => verdicts.Merged.Keys.Any(row => verdicts.StatusOf(row) == RowStatus.Active);

    public async Task RunAsync(IAsyncEnumerable<SellsyRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (verdicts.StatusOf(row.Number) == RowStatus.Active && verdicts.IsOfSeveralRows(row.Number))
            {
                Follow(row);
            }

            if (_toAsk.Count == LeadsPerQuestion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Follow(SellsyRow row)
    {
        var validated = validator.Validate(row);
        if (_merging.HeldFor(row.Number) is { } held)
        {
            _merging.Complete(held, row.Number, validated.Lead!, RowOutcome.Unchanged);
        }
        else
        {
            _merging.TryHold(new(row.Number, validated.Lead!, validated.Owner!));
        }

        if (_merging.Release(row.Number) is { } whole)
        {
            _toAsk[whole.Lead.SellsyContactId] = whole;
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (_toAsk.Count > 0)
        {
            var leads = await reader.ReadLeadsAsync(validator.SellsyAccount, [.. _toAsk.Keys], cancellationToken).ConfigureAwait(false);
            foreach (var there in SeamGuard.Whole(nameof(ILeadReader), leads))
            {
                var whole = SeamGuard.Take(nameof(ILeadReader), _toAsk, StoreGuard.IdOf(there, validator.SellsyAccount));
                verdicts.SetExisting(whole.Row, there.Version, comparison.CompareAgain(there, whole.Lead, whole.Owner));
                verdicts.ShareWithMerged(whole.Row);
            }

            _toAsk.Clear();
        }
    }
}
