using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>Finds, reads, adds, changes and removes leads that are entities of the host.</summary>
internal sealed class EntitySink<TContext, TEntity>(IContexts contexts, LeadMap<TContext, TEntity> map) : IEntitySink
    where TContext : DbContext
    where TEntity : class
{
    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(context => Table(context).FindAsync(sellsyContactIds, cancellationToken), cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(
            async context =>
            {
                var leads = await Table(context).ReadAsync(sellsyContactIds, cancellationToken).ConfigureAwait(false);
                return leads.Values.ToImmutableArray();
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await contexts.WriteAsync(
            async context =>
            {
                var table = Table(context);
                var ids = batch.Entries.Select(entry => entry.Lead.SellsyContactId);
                var there = (await table.FindAsync(ids, cancellationToken).ConfigureAwait(false)).Select(lead => lead.SellsyContactId).ToHashSet(StringComparer.Ordinal);
                var answers = there.ToDictionary(id => id, _ => (LeadAnswer)LeadEntryOutcome.AlreadyPresent, StringComparer.Ordinal);
                await SaveAsync(table, batch.Entries, table.AddAsync, answers, cancellationToken).ConfigureAwait(false);
                return InOrder(batch, answers);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await contexts.WriteAsync(
            async context =>
            {
                var table = Table(context);
                var current = await table.ClaimAsync(batch.Entries.Select(entry => entry.Lead.SellsyContactId), cancellationToken).ConfigureAwait(false);
                var answers = new Dictionary<string, LeadAnswer>(StringComparer.Ordinal);
                foreach (var entry in batch.Entries)
                {
                    var now = current.GetValueOrDefault(entry.Lead.SellsyContactId);
                    if (now?.Version != entry.Before!.Version)
                    {
                        answers.Add(entry.Lead.SellsyContactId, now is null ? LeadEntryOutcome.Vanished : LeadEntryOutcome.ChangedMeanwhile);
                    }
                }

                await SaveAsync(table, batch.Entries, table.ChangeAsync, answers, cancellationToken).ConfigureAwait(false);
                await table.ReleaseAsync(
                    current.Keys.Where(id => answers[id].Outcome != LeadEntryOutcome.Updated), cancellationToken).ConfigureAwait(false);
                return InOrder(batch, answers);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default) =>
        await contexts.WriteAsync(
            async context =>
            {
                var table = Table(context);
                var current = await table.ClaimAsync(leads.Select(lead => lead.Lead.SellsyContactId), cancellationToken).ConfigureAwait(false);
                var unchanged = leads.Where(lead => current.GetValueOrDefault(lead.Lead.SellsyContactId) is { } now && now.Version == lead.Version && now.RunningCadences.IsEmpty)
                    .Select(lead => lead.Lead.SellsyContactId).ToList();
                var removed = await RemoveAsync(table, unchanged, cancellationToken).ConfigureAwait(false);
                await table.ReleaseAsync(current.Keys.Except(removed, StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
                return leads.Select(lead =>
                    !current.ContainsKey(lead.Lead.SellsyContactId) ? UndoOutcome.Vanished
                    : removed.Contains(lead.Lead.SellsyContactId) ? UndoOutcome.Removed
                    : UndoOutcome.Kept).ToImmutableArray();
            },
            cancellationToken).ConfigureAwait(false);

    private LeadTable<TContext, TEntity> Table(DbContext context) => new((TContext)context, map);

    private static ImmutableArray<LeadAnswer> InOrder(LeadBatch batch, Dictionary<string, LeadAnswer> answers) =>
        ImmutableArray.CreateRange(batch.Entries, entry => answers[entry.Lead.SellsyContactId]);

    /// <summary>Saves the leads without an answer all at once, or one by one if the database refuses one of them, and answers with their versions.</summary>
    private static async Task SaveAsync(
        LeadTable<TContext, TEntity> table,
        ImmutableArray<LeadEntry> entries,
        Func<ImmutableArray<LeadEntry>, CancellationToken, Task<LeadEntryOutcome>> save,
        Dictionary<string, LeadAnswer> answers,
        CancellationToken cancellationToken)
    {
        var left = entries.RemoveAll(entry => answers.ContainsKey(entry.Lead.SellsyContactId));
        if (left.IsEmpty)
        {
            return;
        }

        var outcomes = new Dictionary<string, LeadEntryOutcome>(StringComparer.Ordinal);
        try
        {
            var outcome = await save(left, cancellationToken).ConfigureAwait(false);
            outcomes = left.ToDictionary(entry => entry.Lead.SellsyContactId, _ => outcome, StringComparer.Ordinal);
        }
        catch (DbUpdateException exception) when (DatabaseRefusal.IsRefusal(exception))
        {
            foreach (var entry in left)
            {
                try
                {
                    outcomes.Add(entry.Lead.SellsyContactId, await save([entry], cancellationToken).ConfigureAwait(false));
                }
                catch (DbUpdateException refusal) when (DatabaseRefusal.IsRefusal(refusal))
                {
                    answers.Add(entry.Lead.SellsyContactId, await table.AnswerAsync(entry, refusal, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        // Read again: a database may keep a value otherwise than it was given.
        var versions = await table.ReadAsync(outcomes.Keys, cancellationToken).ConfigureAwait(false);
        foreach (var (id, outcome) in outcomes)
        {
            answers.Add(id, new LeadAnswer(outcome) { Version = versions.TryGetValue(id, out var lead) ? lead.Version : null });
        }
    }

    /// <summary>Removes leads all at once, or one by one if the database keeps one of them, such as a contact with orders.</summary>
    private static async Task<HashSet<string>> RemoveAsync(LeadTable<TContext, TEntity> table, List<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            await table.RemoveAsync(ids, cancellationToken).ConfigureAwait(false);
            return ids.ToHashSet(StringComparer.Ordinal);
        }
        catch (DbUpdateException exception) when (DatabaseRefusal.IsRefusal(exception))
        {
            var removed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in ids)
            {
                try
                {
                    await table.RemoveAsync([id], cancellationToken).ConfigureAwait(false);
                    removed.Add(id);
                }
                catch (DbUpdateException refusal) when (DatabaseRefusal.IsRefusal(refusal))
                {
                }
            }

            return removed;
        }
    }
}
