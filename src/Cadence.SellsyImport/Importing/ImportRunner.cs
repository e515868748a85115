using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Applies a plan to its file: from its first row, or, where the sink keeps a ledger, from where an earlier run of the same import ended.
/// </summary>
internal sealed class ImportRunner(
    ISellsyCsvReader reader,
    IFieldMapper mapper,
    IOwnerResolver resolver,
    ImportStore store,
    IOptions<SellsyImportOptions> options,
    TimeProvider time)
{
    private readonly SellsyImportOptions _options = options.Value;

    public string SettingsHash => field ??= PlanHashes.OfSettings(_options, reader, mapper);

    public RowValidator ValidatorOf(ImportPlan plan) => ValidatorOf(plan, plan.Owners);

    public ColumnSelection ColumnsFor(FieldMapping mapping, ImmutableArray<ExportColumn> all) =>
        _options.KeepUnmappedColumns ? new(all.Select(column => column.Index)) : mapping.Columns;

    /// <summary>Starts an import, or continues the interrupted import with the same identity.</summary>
    public async Task<ImportReport> AddAsync(
        ImportSource source,
        PlannedSelection saved,
        string? startedBy,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var plan = saved.Plan;
        if (plan.Interrupted is { } interrupted)
        {
            return await ContinueAsync(source, saved, interrupted, progress, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var import = new ImportInfo(Guid.CreateVersion7(now).ToString("N"), source.Name, plan.FileHash, plan.Mapping.Hash, now)
        {
            StartedBy = startedBy,
            FileLocation = source.Location,
            ExistingLeads = plan.ExistingLeads,
        };
        return await RunAsync(source, saved, import, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Continues the interrupted import that a preview showed, with the rows that are ticked in it.</summary>
    private async Task<ImportReport> ContinueAsync(
        ImportSource source,
        PlannedSelection saved,
        InterruptedImport interrupted,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var ticked = saved.Selection.ToString();
        if (ticked != RowSelection.All.ToString() && ticked != interrupted.Selection.ToString())
        {
            throw interrupted.Refusal();
        }

        var ledger = store.RequireLedger("resume");
        var import = await ImportStates.FindUnfinishedAsync(ledger, interrupted.ImportId, cancellationToken).ConfigureAwait(false);
        return await RunAsync(source, new(saved.Plan, interrupted.Selection), import.Import, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an import of this id, which may be in the ledger already.</summary>
    public async Task<ImportReport> RunAsync(
        ImportSource source,
        PlannedSelection saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Check(source, saved.Plan);
        var file = await SourceFile.OpenAsync(source, saved.Plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);

        // Every block is compared again when its rows are read; this refuses another file before anything is written.
        await file.CheckAsync(cancellationToken).ConfigureAwait(false);
        var export = await file.OpenAsync(reader, cancellationToken).ConfigureAwait(false);
        await using (export.ConfigureAwait(false))
        {
            CheckCanBeRead(saved.Plan, export);
            var report = store.Ledger is { } ledger
                ? await RunAsync(ledger, export, saved, import, progress, cancellationToken).ConfigureAwait(false)
                : await RunAsync(export, saved, import, progress, cancellationToken).ConfigureAwait(false);
            report.Elapsed = time.GetElapsedTime(started);
            return report;
        }
    }

    /// <summary>Refuses a plan that does not fit this host or an opened file: its rows would not be read as the preview read them.</summary>
    public void CheckCanBeRead(ImportPlan plan, ISellsyExport export)
    {
        CheckSettings(export.Name, plan);
        var (ofPlan, ofFile) = (plan.Format, export.Format);
        if (!plan.Facts.Columns.SequenceEqual(export.Columns) || (ofPlan.Encoding, ofPlan.Separator) != (ofFile.Encoding, ofFile.Separator))
        {
            throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, export.Name);
        }
    }

    /// <summary>Refuses a plan that was made under other settings, or that the store cannot follow.</summary>
    private void Check(ImportSource source, ImportPlan plan)
    {
        CheckSettings(source.Name, plan);
        if (plan.ExistingLeads != ExistingLeadPolicy.Skip && store.ChangeableLeads is null)
        {
            throw ImportStore.Cannot(plan.ExistingLeads.ToString(), nameof(ILeadUpdater));
        }
    }

    private async Task<ImportReport> RunAsync(
        ISellsyExport export,
        PlannedSelection saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var plan = saved.Plan;
        var tally = new IssueTally(plan.Issues);
        var current = store.ChangeableLeads is { } leads ? new CurrentLeads(leads, plan.Verdicts, plan.ExistingLeads) : null;
        var writer = new PlanWriter(new SinkBatchStore(store.Sink, import, current), tally, new(progress, ImportStage.Adding, plan.FileLength));
        await WriteAsync(writer, export, saved, next: null, inDoubt: null, cancellationToken).ConfigureAwait(false);
        return Report(plan, import, writer, tally);
    }

    private async Task<ImportReport> RunAsync(
        IImportLedger ledger,
        ISellsyExport export,
        PlannedSelection saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var lease = new RunningLease(_options.LeaseDuration);
        var planHash = PlanHashes.OfImport(saved.Plan, saved.Selection);
        var start = new ImportStart(import, planHash, saved.Bytes, lease.Renew());
        var taken = await LeaseTaking.TakeAsync(
            lease,
            async ended => await ledger.StartAsync(start with { TakeOverFrom = ended }, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        ImportStates.ThrowIfEnded(taken!);
        SeamGuard.Check(nameof(IImportLedger), taken!.Lease?.Token == lease.Token, "the lease of the call, or that of another");
        try
        {
            await CheckIsItsPlanAsync(ledger, start, taken, cancellationToken).ConfigureAwait(false);
            var report = await GoOnAsync(ledger, lease, export, saved, taken, progress, cancellationToken).ConfigureAwait(false);
            await ledger.EndAsync(taken.Import.ImportId, lease.Token, ImportState.Finished, time.GetUtcNow(), CancellationToken.None)
                .ConfigureAwait(false);
            return report;
        }
        catch
        {
            await LeaseTaking.GiveBackAsync(ledger, taken.Import.ImportId, lease, time).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Refuses any plan but the kept one for an import that has a batch: what another plan shows would not be done.</summary>
    private static async Task CheckIsItsPlanAsync(IImportLedger ledger, ImportStart start, LedgerImport taken, CancellationToken cancellationToken)
    {
        if (taken.HasBegun)
        {
            var kept = await ledger.ReadPlanAsync(taken.Import.ImportId, cancellationToken).ConfigureAwait(false);
            if (!kept.Span.SequenceEqual(start.Plan.Span))
            {
                throw InterruptedImport.Refusal(taken.Import.ImportId, taken.Next?.Number ?? 1);
            }
        }
    }

    private async Task<ImportReport> GoOnAsync(
        IImportLedger ledger,
        RunningLease lease,
        ISellsyExport export,
        PlannedSelection saved,
        LedgerImport taken,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var import = taken.Import;
        var plan = saved.Plan;
        var tally = new IssueTally(plan.Issues);
        var current = new CurrentLeads(ledger, plan.Verdicts, plan.ExistingLeads);
        var batches = new LedgerBatchStore(ledger, import, lease, current, taken.Batches);
        var writer = new PlanWriter(batches, tally, new(progress, ImportStage.Adding, plan.FileLength));
        if (taken.Batches > 0)
        {
            await foreach (var run in StoredBatches.ReadAsync(ledger, import.ImportId, plan.Rows, cancellationToken).ConfigureAwait(false))
            {
                writer.Add(run);
            }

            SeamGuard.Check(nameof(IImportLedger), taken.Next?.Number == writer.Outcomes.Count + 1, "the place after its last batch");
        }

        var inDoubt = ledger is SinkWithLedger separate ? await separate.FindInDoubtAsync(taken, cancellationToken).ConfigureAwait(false) : null;
        await WriteAsync(writer, export, saved, taken.Next, inDoubt, cancellationToken).ConfigureAwait(false);
        return Report(plan, import, writer, tally, taken.Next?.Number);
    }

    private async Task WriteAsync(
        PlanWriter writer,
        ISellsyExport export,
        PlannedSelection saved,
        RowPosition? next,
        BatchInDoubt? inDoubt,
        CancellationToken cancellationToken)
    {
        var (plan, selection) = (saved.Plan, saved.Selection);
        if (next is null || next.Value.Number <= plan.Rows)
        {
            var columns = ColumnsFor(plan.Mapping, plan.Facts.Columns);
            var changed = await ChangedOwners.FindAsync(resolver, plan, cancellationToken).ConfigureAwait(false);
            var validator = ValidatorOf(plan, plan.Owners.Where(owner => !changed.ContainsKey(owner.Owner)));
            var executor = new PlanExecutor(validator, plan, selection, next?.Number ?? 1, _options.BatchSize, changed, inDoubt);
            var rows = (export, next) switch
            {
                (IRecordExport records, _) =>
                    records.ReadRowsAsync(columns, next is null ? records.FirstRow : plan.PositionToResume(next.Value), executor, cancellationToken),
                (_, null) => export.ReadRowsAsync(columns, cancellationToken),
                _ => export.ReadRowsAsync(columns, plan.PositionToResume(next.Value), cancellationToken),
            };
            await writer.WriteAsync(executor.ReadAsync(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        SeamGuard.Check(nameof(ISellsyCsvReader), writer.Outcomes.Count == plan.Rows, "the rows of the plan and no fewer");
        writer.Finish();
    }

    private void CheckSettings(string fileName, ImportPlan plan)
    {
        if (plan.SettingsHash != SettingsHash)
        {
            throw new SellsyImportException(ErrorCodes.PlanOfOtherSettings, fileName);
        }
    }

    private RowValidator ValidatorOf(ImportPlan plan, IEnumerable<OwnerResolution> owners) => new(mapper, plan.Mapping, plan.Facts, new OwnerCache(owners));

    private static ImportReport Report(ImportPlan plan, ImportInfo import, PlanWriter writer, IssueTally tally, long? resumedAtRow = null) =>
        new(plan, writer.Outcomes)
        {
            Import = import,
            Counts = writer.Outcomes.Counts,
            Issues = tally.ToCounts(),
            ResumedAtRow = resumedAtRow,
        };
}
