using System.Collections.Immutable;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Recovery;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Applies a plan to its file: from its first row, or, where the sink keeps a ledger, from where an earlier run of the same import ended.
/// </summary>
internal sealed class ImportRunner(
    ISellsyCsvReader reader,
    IFieldMapper mapper,
    ILeadSink sink,
    IOptions<SellsyImportOptions> options,
    TimeProvider time)
{
    private readonly SellsyImportOptions _options = options.Value;

    public string SettingsHash => field ??= PlanHashes.OfSettings(_options, reader, mapper);

    public RowJudge JudgeOf(ImportPlan plan) => new(mapper, plan.Mapping, plan.Facts, new OwnerBook(plan.Owners));

    public ColumnSelection ColumnsFor(FieldMapping mapping, ImmutableArray<ExportColumn> all) =>
        _options.KeepUnmappedColumns ? new(all.Select(column => column.Index)) : mapping.Columns;

    /// <summary>Starts an import, or goes on with the one that was interrupted and means the same.</summary>
    public Task<ImportReport> AddAsync(
        ImportSource source,
        SavedPlan saved,
        string? startedBy,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var plan = saved.Plan;
        var import = new ImportInfo(Guid.CreateVersion7(now).ToString("N"), source.Name, plan.FileHash, plan.Mapping.Hash, now)
        {
            StartedBy = startedBy,
            FileLocation = source.Location,
            ExistingLeads = plan.ExistingLeads,
        };
        return RunAsync(source, saved, import, progress, cancellationToken);
    }

    /// <summary>Runs an import of this id, which may be in the ledger already.</summary>
    public async Task<ImportReport> RunAsync(
        ImportSource source,
        SavedPlan saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await CheckAsync(source, saved.Plan, cancellationToken).ConfigureAwait(false);
        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var report = sink is IImportLedger ledger
                ? await RunAsync(ledger, opened.Export, saved, import, progress, cancellationToken).ConfigureAwait(false)
                : await RunAsync(opened.Export, saved, import, progress, cancellationToken).ConfigureAwait(false);
            report.Elapsed = time.GetElapsedTime(started);
            return report;
        }
    }

    /// <summary>Refuses a plan that was made for another file or under other settings, before anything is written.</summary>
    private async Task CheckAsync(ImportSource source, ImportPlan plan, CancellationToken cancellationToken)
    {
        if (plan.SettingsHash != SettingsHash)
        {
            throw new SellsyImportException(ErrorCodes.PlanOfOtherSettings, source.Name);
        }

        if (plan.ExistingLeads != ExistingLeadPolicy.Skip && sink is not IImportLedger)
        {
            throw new SellsyImportException(ErrorCodes.StoreCannot, plan.ExistingLeads.ToString(), nameof(IImportLedger));
        }

        if (await FileHash.OfAsync(source, plan.FileLength, cancellationToken).ConfigureAwait(false) != plan.FileHash)
        {
            throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, source.Name);
        }
    }

    private async Task<ImportReport> RunAsync(
        ISellsyExport export,
        SavedPlan saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var tally = new IssueTally(saved.Plan.Issues);
        var writer = new PlanWriter(new SinkRunStore(sink, import), tally, new(progress, ImportStage.Adding, saved.Plan.FileLength));
        await WriteAsync(writer, export, saved, next: null, cancellationToken).ConfigureAwait(false);
        return Report(saved.Plan, import, writer, tally);
    }

    private async Task<ImportReport> RunAsync(
        IImportLedger ledger,
        ISellsyExport export,
        SavedPlan saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var lease = new RunningLease(_options.LeaseDuration);
        var planHash = PlanHashes.OfImport(saved.Plan, saved.Selection);
        var start = new ImportStart(import, planHash, PlanFile.Write(saved.Plan, saved.Selection), lease.Renew());
        var taken = await LeaseTaking.TakeAsync(
            lease,
            async gone => await ledger.StartAsync(start with { TakeOverFrom = gone }, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        Contract.Check(nameof(IImportLedger), taken?.Lease?.Token == lease.Token, "the lease of the call, or that of another");
        try
        {
            var report = await GoOnAsync(ledger, lease, export, saved, taken!, progress, cancellationToken).ConfigureAwait(false);
            await ledger.EndAsync(taken!.Import.ImportId, lease.Token, ImportState.Finished, time.GetUtcNow(), CancellationToken.None)
                .ConfigureAwait(false);
            return report;
        }
        catch
        {
            await TellInterruptedAsync(ledger, taken!.Import.ImportId, lease.Token).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ImportReport> GoOnAsync(
        IImportLedger ledger,
        RunningLease lease,
        ISellsyExport export,
        SavedPlan saved,
        LedgerImport taken,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var import = taken.Import;
        if (taken.Batches > 0)
        {
            // The plan that the first batch was written under is obeyed: a later preview has seen the leads that it added.
            saved = PlanFile.Read(await ledger.ReadPlanAsync(import.ImportId, cancellationToken).ConfigureAwait(false));
        }

        var plan = saved.Plan;
        var tally = new IssueTally(plan.Issues);
        var current = new CurrentLeads(ledger, plan.Verdicts, plan.ExistingLeads);
        var store = new LedgerRunStore(ledger, import, lease, current, taken.Batches);
        var writer = new PlanWriter(store, tally, new(progress, ImportStage.Adding, plan.FileLength));
        if (taken.Batches > 0)
        {
            await foreach (var batch in ledger.ReadBatchesAsync(import.ImportId, cancellationToken).ConfigureAwait(false))
            {
                Contract.Check(nameof(IImportLedger), batch.FirstRow == writer.Outcomes.Count + 1, "the rows of its batches without a gap");
                writer.Add(new(batch.RowOutcomes, batch.Refused));
            }
        }

        await WriteAsync(writer, export, saved, taken.Next, cancellationToken).ConfigureAwait(false);
        return Report(plan, import, writer, tally, taken.Next?.Number);
    }

    private async Task WriteAsync(
        PlanWriter writer,
        ISellsyExport export,
        SavedPlan saved,
        RowPosition? next,
        CancellationToken cancellationToken)
    {
        var (plan, selection) = (saved.Plan, saved.Selection);
        if (next is null || next.Value.Number <= plan.Rows)
        {
            var columns = ColumnsFor(plan.Mapping, plan.Facts.Columns);
            var follower = new PlanFollower(JudgeOf(plan), plan, selection, next?.Number ?? 1, _options.BatchSize);
            var rows = (export, next) switch
            {
                (IRecordExport records, _) =>
                    records.ReadRowsAsync(columns, next is null ? records.FirstRow : plan.PositionToResume(next.Value), follower, cancellationToken),
                (_, null) => export.ReadRowsAsync(columns, cancellationToken),
                _ => export.ReadRowsAsync(columns, plan.PositionToResume(next.Value), cancellationToken),
            };
            await writer.WriteAsync(follower.ReadAsync(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        Contract.Check(nameof(ISellsyCsvReader), writer.Outcomes.Count == plan.Rows, "the rows of the plan and no fewer");
        writer.Finish();
    }

    /// <summary>What ended the import tells more than that its end could not be stored; the lease runs out by itself.</summary>
    private async Task TellInterruptedAsync(IImportLedger ledger, string importId, string token)
    {
        try
        {
            await ledger.EndAsync(importId, token, ImportState.Interrupted, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever the store says now, it was asked while another failure was on its way to the caller.
        }
    }

    private static ImportReport Report(ImportPlan plan, ImportInfo import, PlanWriter writer, IssueTally tally, long? resumedAtRow = null) =>
        new(plan, writer.Outcomes)
        {
            Import = import,
            Counts = writer.Outcomes.Counts,
            Issues = tally.ToCounts(),
            ResumedAtRow = resumedAtRow,
        };
}
