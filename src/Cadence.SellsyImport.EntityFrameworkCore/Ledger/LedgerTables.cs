using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>The queries and statements of the ledger. Nothing stays tracked.</summary>
internal sealed class LedgerTables(DbContext context, CancellationToken cancellationToken)
{
    private IQueryable<StoredImport> Imports => context.Set<StoredImport>().AsNoTracking();

    private IQueryable<StoredRecord> Records => context.Set<StoredRecord>().AsNoTracking();

    public Task<StoredImport?> FindAsync(string importId) => Imports.SingleOrDefaultAsync(import => import.ImportId == importId, cancellationToken);

    /// <summary>The newest import that a plan would resume, else the newest that is finished and had the same plan.</summary>
    public async Task<StoredImport?> FindByPlanAsync(ImportStart start)
    {
        var ofPlan = Newest(Imports.Where(import => import.PlanHash == start.PlanHash));
        var plan = start.Plan.ToArray();
        var plans = context.Set<StoredPlan>();
        return await ofPlan.FirstOrDefaultAsync(
                import => import.State == ImportState.Running || import.State == ImportState.Interrupted, cancellationToken).ConfigureAwait(false)
            ?? await ofPlan.FirstOrDefaultAsync(
                import => import.State == ImportState.Finished && plans.Any(one => one.Import == import.Id && one.Plan == plan), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The imports after the last one that was read, newest first, each with whether it has a batch after those that are written.</summary>
    public async Task<List<(StoredImport Import, bool InDoubt)>> PageAsync(ImportFilter? filter, StoredImport? last, int count)
    {
        var asked = filter?.Customer is { } customer ? Imports.Where(import => import.Customer == customer) : Imports;
        if (filter is { States.IsEmpty: false })
        {
            var states = filter.States.ToList();
            asked = asked.Where(import => states.Contains(import.State));
        }

        var after = last is null
            ? asked
            : asked.Where(import => import.StartedAt < last.StartedAt || (import.StartedAt == last.StartedAt && import.Id < last.Id));
        var records = Records;
        var page = await Newest(after).Take(count)
            .Select(import => new { Import = import, InDoubt = records.Any(record => record.Import == import.Id && record.Number > import.Batches) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return page.ConvertAll(one => (one.Import, one.InDoubt));
    }

    public async Task<LedgerImport> KnownAsync(StoredImport import) => import.ToImport(
        await Records.AnyAsync(record => record.Import == import.Id && record.Number > import.Batches, cancellationToken).ConfigureAwait(false));

    public async Task<byte[]> PlanAsync(string importId) =>
        await context.Set<StoredPlan>()
            .Where(plan => Imports.Any(import => import.Id == plan.Import && import.ImportId == importId))
            .Select(plan => plan.Plan)
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? [];

    public Task<StoredRecord?> RecordAsync(StoredImport import, int number) =>
        Records.SingleOrDefaultAsync(record => record.Import == import.Id && record.Number == number, cancellationToken);

    public Task<BatchStage?> StageAsync(StoredImport import, int number) =>
        Records.Where(record => record.Import == import.Id && record.Number == number)
            .Select(record => (BatchStage?)record.Stage).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Batches are undone newest first, so the next one has the number before the lowest undone one.</summary>
    public async Task<StoredRecord?> NewestAsync(StoredImport import)
    {
        var records = Records.Where(record => record.Import == import.Id);
        var firstUndone = await records.Where(record => record.Stage == BatchStage.Undone)
            .MinAsync(record => (int?)record.Number, cancellationToken).ConfigureAwait(false) ?? int.MaxValue;
        return await records.Where(record => record.Number < firstUndone)
            .OrderByDescending(record => record.Number).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<List<StoredRecord>> RecordsAsync(string importId, int first, int last) =>
        await FindAsync(importId).ConfigureAwait(false) is { } import
            ? await Records.Where(record => record.Import == import.Id && record.Number >= first && record.Number <= last)
                .OrderBy(record => record.Number).ToListAsync(cancellationToken).ConfigureAwait(false)
            : [];

    public async Task AddAsync(StoredImport import, ReadOnlyMemory<byte> plan)
    {
        context.Add(import);
        await context.SaveAndForgetAsync(cancellationToken).ConfigureAwait(false);
        context.Add(new StoredPlan { Import = import.Id, Plan = plan.ToArray() });
        await context.SaveAndForgetAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task SetPlanAsync(StoredImport import, ReadOnlyMemory<byte> plan) =>
        UpdateAsync(new StoredPlan { Import = import.Id, Plan = plan.ToArray() });

    public Task SaveAsync(StoredImport import) => UpdateAsync(import);

    public Task AddAsync(StoredImport import, BatchRecord batch)
    {
        context.Add(Row(import, batch));
        return context.SaveAndForgetAsync(cancellationToken);
    }

    public Task ReplaceAsync(StoredImport import, BatchRecord batch) => UpdateAsync(Row(import, batch));

    public async Task<bool> ReplacePlanAsync(string importId, byte[] plan, byte[] replacement) =>
        await FindAsync(importId).ConfigureAwait(false) is { } import
        && await context.Set<StoredPlan>().Where(one => one.Import == import.Id && one.Plan == plan)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Plan, replacement), cancellationToken).ConfigureAwait(false) > 0;

    public async Task<bool> ReplaceContentAsync(BatchRecord batch, byte[] content)
    {
        var read = batch.Content.ToArray();
        return await FindAsync(batch.ImportId).ConfigureAwait(false) is { } import
            && await context.Set<StoredRecord>()
                .Where(one => one.Import == import.Id && one.Number == batch.Number && one.Stage == batch.Stage && one.Content == read)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Content, content), cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Drops imports that ended before a time, with all that belongs to them.</summary>
    public async Task<int> PurgeAsync(DateTime before)
    {
        var old = context.Set<StoredImport>().Where(import =>
            (import.State == ImportState.Finished || import.State == ImportState.Ended || import.State == ImportState.Undone) && import.EndedAt < before);
        await context.Set<StoredRecord>().Where(record => old.Any(import => import.Id == record.Import)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<StoredPlan>().Where(plan => old.Any(import => import.Id == plan.Import)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return await old.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<StoredImport> Newest(IQueryable<StoredImport> imports) =>
        imports.OrderByDescending(import => import.StartedAt).ThenByDescending(import => import.Id);

    private static StoredRecord Row(StoredImport import, BatchRecord batch) =>
        new() { Import = import.Id, Number = batch.Number, Stage = batch.Stage, Content = batch.Content.ToArray() };

    private Task UpdateAsync(object row)
    {
        context.Update(row);
        return context.SaveAndForgetAsync(cancellationToken);
    }
}
