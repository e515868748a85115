using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>The entities with leads, within one context. What a method saves is no longer tracked afterwards, whatever became of it.</summary>
internal sealed class LeadTable<TContext, TEntity>(TContext context, LeadMap<TContext, TEntity> map)
    where TContext : DbContext
    where TEntity : class
{
    // SQL Server takes at most 2,100 parameters.
    private const int IdsPerQuery = 1_000;

    private readonly LeadModel _model = LeadModel.Of<TEntity>(context);

    public async Task<ImmutableArray<ExistingLead>> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        if (map.RunningCadences is not null)
        {
            var leads = await ReadAsync(ids, cancellationToken).ConfigureAwait(false);
            return [.. leads.Select(pair => new ExistingLead(pair.Key) { RunningCadences = pair.Value.RunningCadences })];
        }

        var (property, found) = (_model.ContactId, ImmutableArray.CreateBuilder<ExistingLead>());
        foreach (var chunk in ids.Chunk(IdsPerQuery))
        {
            var there = await Of(chunk).Select(entity => EF.Property<string>(entity, property)).ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(there.Select(id => new ExistingLead(id)));
        }

        return found.DrainToImmutable();
    }

    /// <summary>The leads that are there, by their ids.</summary>
    public Task<Dictionary<string, LeadVersion>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        ReadAsync(ids, claimed: 0, cancellationToken);

    /// <summary>
    /// Makes every other writer of these rows wait, and reads the leads as they stood before. Each stored version is one higher until it is saved
    /// anew or given back by <see cref="ReleaseAsync"/>.
    /// </summary>
    public async Task<Dictionary<string, LeadVersion>> ClaimAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var asked = ids.ToList();
        await AddToVersionsAsync(asked, 1, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(asked, claimed: 1, cancellationToken).ConfigureAwait(false);
    }

    public Task ReleaseAsync(IEnumerable<string> ids, CancellationToken cancellationToken) => AddToVersionsAsync(ids, -1, cancellationToken);

    public async Task<LeadEntryOutcome> AddAsync(ImmutableArray<LeadEntry> entries, CancellationToken cancellationToken)
    {
        await map.PrepareAsync(context, entries, cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            var entity = map.Create();
            context.Entry(entity).Property(_model.ContactId).CurrentValue = entry.Lead.SellsyContactId;
            map.Write!(entity, entry, context);
            context.Add(entity);
        }

        await SaveAsync(cancellationToken).ConfigureAwait(false);
        return LeadEntryOutcome.Added;
    }

    public async Task<LeadEntryOutcome> ChangeAsync(ImmutableArray<LeadEntry> entries, CancellationToken cancellationToken)
    {
        await map.PrepareAsync(context, entries, cancellationToken).ConfigureAwait(false);
        var entities = await TrackAsync(entries.Select(entry => entry.Lead.SellsyContactId), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            var entity = entities[entry.Lead.SellsyContactId];
            map.Write!(entity, entry, context);

            // Only related rows may have changed.
            context.Entry(entity).Property(_model.Version).CurrentValue = LeadHash.NewVersion();
        }

        await SaveAsync(cancellationToken).ConfigureAwait(false);
        return LeadEntryOutcome.Updated;
    }

    public async Task RemoveAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        context.RemoveRange((await TrackAsync(ids, cancellationToken).ConfigureAwait(false)).Values);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why a lead was not saved: a contact that somebody else added at this moment is there, any other lead is refused.</summary>
    public async Task<LeadAnswer> AnswerAsync(LeadEntry entry, DbUpdateException refusal, CancellationToken cancellationToken) =>
        entry.Before is null && !(await FindAsync([entry.Lead.SellsyContactId], cancellationToken).ConfigureAwait(false)).IsEmpty
            ? LeadEntryOutcome.AlreadyPresent
            : DatabaseRefusal.AnswerTo(refusal);

    private async Task<Dictionary<string, LeadVersion>> ReadAsync(IEnumerable<string> ids, long claimed, CancellationToken cancellationToken)
    {
        var (id, version) = (_model.ContactId, _model.Version);
        var leads = new Dictionary<string, LeadVersion>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(IdsPerQuery))
        {
            var rows = await Of(chunk).AsNoTracking()
                .Select(entity => new { Entity = entity, Id = EF.Property<string>(entity, id), Version = EF.Property<long>(entity, version) })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                var (lead, owner) = map.Read!(row.Entity);
                leads.Add(row.Id, LeadHash.Versioned(lead with { SellsyContactId = row.Id }, owner, row.Version - claimed) with
                {
                    RunningCadences = [.. map.RunningCadences?.Invoke(row.Entity) ?? []],
                });
            }
        }

        return leads;
    }

    private IQueryable<TEntity> Of(string[] ids)
    {
        var property = _model.ContactId;
        return map.Query(context.Set<TEntity>()).Where(entity => ids.Contains(EF.Property<string>(entity, property)));
    }

    private async Task<Dictionary<string, TEntity>> TrackAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var entities = new Dictionary<string, TEntity>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(IdsPerQuery))
        {
            foreach (var entity in await Of(chunk).AsTracking().ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                entities.Add((string)context.Entry(entity).Property(_model.ContactId).CurrentValue!, entity);
            }
        }

        return entities;
    }

    private async Task AddToVersionsAsync(IEnumerable<string> ids, long difference, CancellationToken cancellationToken)
    {
        var version = _model.Version;
        foreach (var chunk in ids.Chunk(IdsPerQuery))
        {
            await Of(chunk).ExecuteUpdateAsync(
                set => set.SetProperty(entity => EF.Property<long>(entity, version), entity => EF.Property<long>(entity, version) + difference),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }
}
