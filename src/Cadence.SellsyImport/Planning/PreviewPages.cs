using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Planning;

/// <summary>Reads rows of a plan again, from any row on, with the status that the plan gave them and all their reasons.</summary>
internal sealed class PreviewPages(RowJudge judge, PlanVerdicts verdicts, RepeatedContacts repeatedContacts, ILeadSink sink)
{
    private const int RowsPerPage = 256;

    public async IAsyncEnumerable<PreviewRow> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<PreviewRow>(RowsPerPage);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
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
        var status = verdicts.StatusOf(row.Number);
        var issues = verdicts.TryGetWinner(row.Number, out var winner)
            ? judged.Issues.Add(RowIssues.Repeated(repeatedContacts, status, row.Number, winner))
            : judged.Issues;
        return new(row, status, judged.Lead, judged.Owner, issues);
    }

    private async Task TellRunningCadencesAsync(List<PreviewRow> page, CancellationToken cancellationToken)
    {
        var active = page.Where(preview => preview.Status == RowStatus.Active).Select(preview => preview.Lead!.SellsyContactId).Distinct().ToImmutableArray();
        if (active.IsEmpty)
        {
            return;
        }

        var existing = await sink.FindExistingAsync(active, cancellationToken).ConfigureAwait(false);
        var byId = existing.ToDictionary(lead => lead.SellsyContactId, StringComparer.Ordinal);
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i] is { Status: RowStatus.Active, Lead: { } lead } preview)
            {
                var there = byId.GetValueOrDefault(lead.SellsyContactId);
                page[i] = preview with { Issues = preview.Issues.Add(RowIssues.Active(preview.Number, there)) };
            }
        }
    }
}
