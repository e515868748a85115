using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Planning;

/// <summary>Reads rows of a plan again, from any row on, with the status that the plan gave them and all their reasons.</summary>
internal sealed class PreviewPages(RowJudge judge, PlanVerdicts verdicts, ILeadSink sink)
{
    private const int RowsPerPage = 256;

    public async IAsyncEnumerable<PreviewRow> ReadAsync(
        ISellsyExport export,
        ColumnSelection columns,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (firstRow > verdicts.Rows)
        {
            yield break;
        }

        var page = new List<PreviewRow>(RowsPerPage);
        await foreach (var row in export.ReadRowsAsync(columns, verdicts.PositionBefore(firstRow), cancellationToken).ConfigureAwait(false))
        {
            if (row.Number < firstRow)
            {
                continue;
            }

            page.Add(Preview(row));
            if (page.Count == RowsPerPage)
            {
                await TellRunningCadencesAsync(page, cancellationToken).ConfigureAwait(false);
                foreach (var preview in page)
                {
                    yield return preview;
                }

                page.Clear();
            }
        }

        await TellRunningCadencesAsync(page, cancellationToken).ConfigureAwait(false);
        foreach (var preview in page)
        {
            yield return preview;
        }
    }

    private PreviewRow Preview(SellsyRow row)
    {
        var judged = judge.Judge(row);
        var issues = verdicts.FirstRowOfRepeated(row.Number) is { } first
            ? judged.Issues.Add(RowIssues.Repeated(row.Number, first))
            : judged.Issues;
        return new(row, verdicts.StatusOf(row.Number), judged.Lead, judged.Owner, issues);
    }

    private async Task TellRunningCadencesAsync(List<PreviewRow> page, CancellationToken cancellationToken)
    {
        var active = page.Where(preview => preview.Status == RowStatus.Active).ToDictionary(preview => preview.Lead!.SellsyContactId, StringComparer.Ordinal);
        if (active.Count == 0)
        {
            return;
        }

        var existing = await sink.FindExistingAsync([.. active.Keys], cancellationToken).ConfigureAwait(false);
        var byId = existing.ToDictionary(lead => lead.SellsyContactId, StringComparer.Ordinal);
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i] is { Status: RowStatus.Active, Lead: { } lead } preview)
            {
                var there = byId.GetValueOrDefault(lead.SellsyContactId) ?? new ExistingLead(lead.SellsyContactId);
                page[i] = preview with { Issues = preview.Issues.Add(RowIssues.Active(preview.Number, there)) };
            }
        }
    }
}
