using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// The leads that several rows of the file form together, for a page that shows the first of these rows. A second reading of the same opened
/// file finds the other rows; it starts only if there are such leads.
/// </summary>
internal sealed class WholeLeads(RowValidator validator, ImportPlan plan, ColumnSelection columns, Func<ValueTask<ISellsyExport>> open) : IAsyncDisposable
{
    private ISellsyExport? _opened;

    /// <summary>The lead of a row, completed by the rows that complete it; null for a row that itself completes an earlier one.</summary>
    public async ValueTask<Lead?> OfAsync(PreviewRow row, CancellationToken cancellationToken)
    {
        if (plan.Verdicts.TryGetWinner(row.Number, out _))
        {
            return null;
        }

        var lead = row.Lead!;
        if (plan.Verdicts.TryGetMerged(row.Number, out var completing))
        {
            foreach (var number in completing)
            {
                lead = LeadMerge.Complete(lead, await ReadAsync(number, cancellationToken).ConfigureAwait(false));
            }
        }

        return lead;
    }

    public ValueTask DisposeAsync() => _opened?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<Lead> ReadAsync(long number, CancellationToken cancellationToken)
    {
        _opened ??= await open().ConfigureAwait(false);
        await foreach (var row in _opened.ReadRowsAsync(columns, plan.PositionBefore(number), cancellationToken).ConfigureAwait(false))
        {
            if (row.Number == number)
            {
                return validator.Validate(row).Lead ?? throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, plan.FileName);
            }
        }

        throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, plan.FileName);
    }
}
