using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>Reads rows of a plan again, from any row on, with the status that the plan gave them and all their reasons.</summary>
internal sealed class PreviewPages(RowValidator validator, ImportPlan plan, ImportStore store, WholeLeads whole, FieldPolicies policies)
{
    private const int RowsPerPage = 256;

    private readonly PlanVerdicts _verdicts = plan.Verdicts;
    private readonly ILeadReader? _changeable = store.ChangeableLeads;

    public async IAsyncEnumerable<PreviewRow> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<PreviewRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.Number < firstRow)
            {
                continue;
            }

            page.Add(Preview(row, out _));
            if (page.Count == RowsPerPage)
            {
                await AddExistingLeadsAsync(page, cancellationToken).ConfigureAwait(false);
                foreach (var preview in page)
                {
                    yield return preview;
                }

                page.Clear();
            }
        }

        await AddExistingLeadsAsync(page, cancellationToken).ConfigureAwait(false);
        foreach (var preview in page)
        {
            yield return preview;
        }
    }

    /// <summary>A row with its status and its reasons, but for those of a lead that is in Cadence.</summary>
    public PreviewRow Preview(SellsyRow row, out OwnerReference owner)
    {
        SeamGuard.Check(nameof(ISellsyCsvReader), row.Number <= _verdicts.Rows, "the rows of the plan and no more");
        var validated = validator.Validate(row);
        owner = validated.Named;
        var status = _verdicts.StatusOf(row.Number);
        var isAsPlanned = status is RowStatus.Error or RowStatus.Excluded || validated is { Lead: not null, Owner: not null, HasError: false };
        SeamGuard.Check(nameof(IFieldMapper), isAsPlanned, "the lead that the preview saw");
        var own = validated.Issues.AddRange(plan.RuleIssues.Of(row.Number)).AddRange(SharedAddresses.IssuesOf(_verdicts, row.Number, plan.Mapping));
        var issues = _verdicts.TryGetWinner(row.Number, out var winner)
            ? own.Add(RowIssues.Repeated(plan.RepeatedContacts, status, row.Number, winner))
            : own;
        return new(row, status, validated.Lead, validated.Owner, issues);
    }

    /// <summary>Adds to rows what is known of their leads that are in Cadence.</summary>
    public async Task AddExistingLeadsAsync(List<PreviewRow> page, CancellationToken cancellationToken)
    {
        var active = page.Where(preview => preview.Status == RowStatus.Active).Select(preview => preview.Lead!.SellsyContactId).Distinct().ToImmutableArray();
        if (active.IsEmpty)
        {
            return;
        }

        if (_changeable is not null)
        {
            var there = await _changeable.ReadLeadsAsync(plan.SellsyAccount, active, cancellationToken).ConfigureAwait(false);
            var leads = SeamGuard.ById(nameof(ILeadReader), active, there, lead => StoreGuard.IdOf(lead, plan.SellsyAccount));
            await ChangeAsync(page, (preview, id) => WithChangesAsync(preview, leads.GetValueOrDefault(id), cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            var existing = await store.Sink.FindExistingAsync(plan.SellsyAccount, active, cancellationToken).ConfigureAwait(false);
            var byId = SeamGuard.ById(nameof(ILeadSink), active, existing, lead => lead.SellsyContactId);
            await ChangeAsync(page, (preview, id) => ValueTask.FromResult(WithActiveIssue(preview, byId.GetValueOrDefault(id)?.RunningCadences ?? [])))
                .ConfigureAwait(false);
        }
    }

    private static async ValueTask ChangeAsync(List<PreviewRow> page, Func<PreviewRow, string, ValueTask<PreviewRow>> change)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i] is { Status: RowStatus.Active, Lead: { } lead } preview)
            {
                page[i] = await change(preview, lead.SellsyContactId).ConfigureAwait(false);
            }
        }
    }

    private static PreviewRow WithActiveIssue(PreviewRow preview, ImmutableArray<string> runningCadences) =>
        preview with { Issues = preview.Issues.Add(RowIssues.Active(preview.Number, runningCadences)) };

    /// <summary>Adds what the row would change, if the lead still has the version that the preview saw.</summary>
    private async ValueTask<PreviewRow> WithChangesAsync(PreviewRow preview, LeadVersion? there, CancellationToken cancellationToken)
    {
        var active = WithActiveIssue(preview, there?.RunningCadences ?? []);
        active = there is null ? active : active with { Issues = active.Issues.AddRange(RowIssues.Consents(active, there.Lead, policies)) };
        var isShown = plan.ExistingLeads != ExistingLeadPolicy.Skip && there?.Version == _verdicts.VersionOf(preview.Number);
        return isShown && await whole.OfAsync(preview, cancellationToken).ConfigureAwait(false) is { } lead
            ? active with { Changes = ExistingLeads.Changes(there!, ExistingLeads.Apply(policies, there!, lead, preview.Owner!)) }
            : active;
    }
}
