using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Completes the entries of existing leads from the current state of those leads. If a lead still has the version of the preview, the policy
/// is applied to it. Otherwise the entry keeps the version of the preview, and the store refuses it.
/// </summary>
internal sealed class CurrentLeads(ILeadReader reader, ImportPlan plan, FieldPolicies policies)
{
    private const int LeadsPerQuestion = 2_048;

    public async ValueTask<ImmutableArray<LeadEntry>> CompleteAsync(ImmutableArray<LeadEntry> entries, CancellationToken cancellationToken)
    {
        var there = await ReadAsync(entries, cancellationToken).ConfigureAwait(false);
        if (there is null)
        {
            return entries;
        }

        var completed = ImmutableArray.CreateBuilder<LeadEntry>(entries.Length);
        foreach (var entry in entries)
        {
            if (!IsThere(entry))
            {
                completed.Add(entry);
            }
            else if (Complete(entry, there.GetValueOrDefault(entry.Lead.SellsyContactId)) is { } change)
            {
                completed.Add(change);
            }
        }

        return completed.DrainToImmutable();
    }

    /// <summary>The entry to be written, or null if the lead already has every value.</summary>
    private LeadEntry? Complete(LeadEntry entry, LeadVersion? current)
    {
        var plannedVersion = plan.Verdicts.VersionOf(entry.Row);
        if (current is null || current.Version != plannedVersion)
        {
            return entry with { Before = new(entry.Lead, entry.Owner, plannedVersion) };
        }

        if (entry.Outcome == RowOutcome.Unchanged)
        {
            return null;
        }

        var changed = ExistingLeads.Apply(policies, current, entry.Lead, entry.Owner);
        return entry with { Lead = changed.Lead, Owner = changed.Owner, Before = current };
    }

    private async ValueTask<Dictionary<string, LeadVersion>?> ReadAsync(ImmutableArray<LeadEntry> entries, CancellationToken cancellationToken)
    {
        Dictionary<string, LeadVersion>? there = null;
        foreach (var chunk in entries.Where(IsThere).Select(entry => entry.Lead.SellsyContactId).Chunk(LeadsPerQuestion))
        {
            there ??= new(StringComparer.Ordinal);
            ImmutableArray<string> ids = [.. chunk];
            var leads = await reader.ReadLeadsAsync(plan.SellsyAccount, ids, cancellationToken).ConfigureAwait(false);
            foreach (var (id, lead) in SeamGuard.ById(nameof(ILeadReader), ids, leads, lead => StoreGuard.IdOf(lead, plan.SellsyAccount)))
            {
                there.Add(id, lead);
            }
        }

        return there;
    }

    private bool IsThere(LeadEntry entry) => plan.Verdicts.StatusOf(entry.Row) == RowStatus.Active;
}
