using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
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
    LeadRules rules,
    ILeadMatcher? matcher,
    IOptions<SellsyImportOptions> options,
    TimeProvider time,
    ImportTelemetry telemetry,
    IEnumerable<ISourceOpener> openers,
    CustomerKey? customer)
{
    private readonly SellsyImportOptions _options = options.Value;

    public string SettingsHashOf(string sellsyAccount) => PlanHashes.OfSettings(_options, reader, mapper, rules, matcher, sellsyAccount);

    public ImportTelemetry Telemetry => telemetry;

    /// <summary>The file of an import, where it was when the import started.</summary>
    /// <exception cref="SellsyImportException">The host opened the file itself.</exception>
    public ImportSource SourceOf(ImportInfo import) => ImportStates.SourceOf(import, openers);

    public RowValidator ValidatorOf(ImportPlan plan) => ValidatorOf(plan, plan.Owners);

    public ColumnSelection ColumnsFor(FieldMapping mapping, ImmutableArray<ExportColumn> all) =>
        _options.KeepUnmappedColumns ? new(all.Select(column => column.Index)) : mapping.Columns;

    /// <summary>Starts an import, or continues the interrupted import with the same identity.</summary>
    public async Task<ImportReport> AddAsync(
        ImportSource source,
        ImportPlan plan,
        AddOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (plan.Interrupted is { } interrupted)
        {
            return await ContinueAsync(source, plan, interrupted, options, progress, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var id = options.ImportId ?? Guid.CreateVersion7(now).ToString("N");
        var import = new ImportInfo(id, source.Name, plan.FileHash, plan.Mapping.Hash, now)
        {
            StartedBy = options.StartedBy,
            Customer = options.Customer ?? customer?.Key,
            FileLocation = source.Location,
            ExistingLeads = plan.ExistingLeads,
            SellsyAccount = plan.SellsyAccount,
        };
        return await RunAsync(source, new(plan, options.Selection), import, progress, cancellationToken, isNamed: options.ImportId is not null).ConfigureAwait(false);
    }

    /// <summary>Continues the interrupted import that a preview showed, with the rows that are ticked in it.</summary>
    private async Task<ImportReport> ContinueAsync(
        ImportSource source,
        ImportPlan plan,
        InterruptedImport interrupted,
        AddOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var ticked = options.Selection.ToString();
        if ((ticked != RowSelection.All.ToString() && ticked != interrupted.Selection.ToString())
            || (options.ImportId is not null && options.ImportId != interrupted.ImportId))
        {
            throw interrupted.Refusal();
        }

        var ledger = store.RequireLedger("resume");
        var import = await ImportStates.FindAsync(ledger, interrupted.ImportId, cancellationToken).ConfigureAwait(false);
        if (import.State != ImportState.Finished)
        {
            ImportStates.ThrowIfEnded(import);
        }

        return await RunAsync(source, new(plan, interrupted.Selection), import.Import, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an import of this id, which may be in the ledger already.</summary>
    /// <param name="source">The file.</param>
    /// <param name="saved">The plan and the ticked rows.</param>
    /// <param name="import">The import.</param>
    /// <param name="progress">Receives the progress of adding.</param>
    /// <param name="cancellationToken">Cancels the adding between two batches.</param>
    /// <param name="isNamed">Whether the caller chose the id, so that an import of another id is not continued in its place.</param>
    /// <param name="planHash">
    /// What the import is, as the ledger knows it, because a plan without a person who was forgotten has another hash; null for a plan of a preview.
    /// </param>
    public Task<ImportReport> RunAsync(
        ImportSource source,
        PlannedSelection saved,
        ImportInfo import,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken,
        bool isNamed = false,
        string? planHash = null) => telemetry.RunAsync(
            OperationNames.Add,
            operation => RunAsync(source, saved, import, isNamed, planHash ?? PlanHashes.OfImport(saved.Plan, saved.Selection), operation, progress, cancellationToken),
            cancellationToken);

    private async Task<ImportReport> RunAsync(
        ImportSource source,
        PlannedSelection saved,
        ImportInfo import,
        bool isNamed,
        string planHash,
        TelemetryOperation operation,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        operation.ImportId = import.ImportId;
        Check(source, saved.Plan);
        var file = await SourceFile.OpenAsync(source, saved.Plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);

        // Every block is compared again when its rows are read; this refuses another file before anything is written.
        await file.CheckAsync(cancellationToken).ConfigureAwait(false);
        var export = CorrectedExport.Of(await file.OpenAsync(reader, saved.Plan.Overrides, cancellationToken).ConfigureAwait(false), saved.Plan.Corrections);
        await using (export.ConfigureAwait(false))
        {
            CheckCanBeRead(saved.Plan, export);
            var report = store.Ledger is { } ledger
                ? await RunAsync(ledger, export, saved, import, isNamed, planHash, operation, progress, cancellationToken).ConfigureAwait(false)
                : await RunAsync(export, saved, import, progress, cancellationToken).ConfigureAwait(false);
            telemetry.Finished(operation, report);
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
        store.RequireAccounts(plan.SellsyAccount);
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
        var report = new ReportBuilder(plan, import, time);
        var meter = new ProgressMeter(progress, ImportStage.Adding, plan.FileLength);
        var current = store.ChangeableLeads is { } leads ? new CurrentLeads(leads, plan, plan.PoliciesOf(_options)) : null;
        var batches = new SinkBatchStore(store.Sink, import, current);
        var writer = new PlanWriter(batches, report, meter, telemetry.Started(import.ImportId, plan));
        await WriteAsync(writer, report, export, saved, next: null, inDoubt: null, cancellationToken).ConfigureAwait(false);
        return report.ToReport(ImportState.Finished, resumedAtRow: null);
    }

    private async Task<ImportReport> RunAsync(
        IImportLedger ledger,
        ISellsyExport export,
        PlannedSelection saved,
        ImportInfo import,
        bool isNamed,
        string planHash,
        TelemetryOperation operation,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var lease = new RunningLease(_options.LeaseDuration);
        var start = new ImportStart(import, planHash, saved.Bytes, lease.Renew());
        var taken = await LeaseTaking.TakeAsync(lease, telemetry.Log, StartAsync).ConfigureAwait(false);
        if (taken!.State == ImportState.Finished)
        {
            return await ReportFinishedAsync(ledger, start, taken, saved.Plan, cancellationToken).ConfigureAwait(false);
        }

        ImportStates.ThrowIfEnded(taken);
        SeamGuard.Check(nameof(IImportLedger), taken.Lease?.Token == lease.Token, "the lease of the call, or that of another");
        SeamGuard.Check(nameof(IImportLedger), taken.Import.SellsyAccount == saved.Plan.SellsyAccount, "the Sellsy account of the import");
        operation.ImportId = taken.Import.ImportId;
        try
        {
            await CheckIsItsPlanAsync(ledger, start, taken, isNamed, cancellationToken).ConfigureAwait(false);
            var report = await GoOnAsync(ledger, lease, export, saved, taken, progress, cancellationToken).ConfigureAwait(false);
            await ledger.EndAsync(taken.Import.ImportId, lease.Token, ImportState.Finished, time.GetUtcNow(), CancellationToken.None)
                .ConfigureAwait(false);
            return report;
        }
        catch
        {
            await LeaseTaking.GiveBackAsync(ledger, taken.Import.ImportId, lease, time, telemetry.Log).ConfigureAwait(false);
            throw;
        }

        async ValueTask<LedgerImport?> StartAsync(string? takeOverFrom)
        {
            var answer = await ledger.StartAsync(start with { TakeOverFrom = takeOverFrom }, cancellationToken).ConfigureAwait(false);
            return answer is { Import: not null } && answer.PlanHash != start.PlanHash ? throw ImportStates.IdTaken(answer) : answer;
        }
    }

    /// <summary>The report of an import that was finished by an earlier call with the same plan.</summary>
    private async Task<ImportReport> ReportFinishedAsync(
        IImportLedger ledger, ImportStart start, LedgerImport finished, ImportPlan plan, CancellationToken cancellationToken)
    {
        return await IsItsPlanAsync(ledger, start, finished, cancellationToken).ConfigureAwait(false)
            ? await ReportBuilder.ReadAsync(ledger, finished, plan, time, cancellationToken).ConfigureAwait(false)
            : throw ImportStates.IdTaken(finished);
    }

    /// <summary>
    /// Refuses any plan but the kept one for an import that has a batch, because what another plan shows would not be done, and any other import
    /// than the one that the caller named.
    /// </summary>
    private static async Task CheckIsItsPlanAsync(
        IImportLedger ledger, ImportStart start, LedgerImport taken, bool isNamed, CancellationToken cancellationToken)
    {
        if ((isNamed && taken.Import.ImportId != start.Import.ImportId)
            || (taken.HasBegun && !await IsItsPlanAsync(ledger, start, taken, cancellationToken).ConfigureAwait(false)))
        {
            throw InterruptedImport.Refusal(taken.Import.ImportId, taken.Next?.Number ?? 1);
        }
    }

    private static async Task<bool> IsItsPlanAsync(IImportLedger ledger, ImportStart start, LedgerImport taken, CancellationToken cancellationToken) =>
        (await ledger.ReadPlanAsync(taken.Import.ImportId, cancellationToken).ConfigureAwait(false)).Span.SequenceEqual(start.Plan.Span);

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
        var report = new ReportBuilder(plan, import, time);
        var current = new CurrentLeads(ledger, plan, plan.PoliciesOf(_options));
        var batches = new LedgerBatchStore(ledger, import, lease, current, taken.Batches);
        var meter = new ProgressMeter(progress, ImportStage.Adding, plan.FileLength);
        var writer = new PlanWriter(batches, report, meter, telemetry.Started(import.ImportId, plan, taken.Batches, taken.Next));
        if (taken.Batches > 0)
        {
            await report.AddStoredAsync(ledger, cancellationToken).ConfigureAwait(false);
            SeamGuard.Check(nameof(IImportLedger), taken.Next?.Number == report.Outcomes.Count + 1, "the place after its last batch");
        }

        var inDoubt = ledger is SinkWithLedger separate ? await separate.FindInDoubtAsync(taken, cancellationToken).ConfigureAwait(false) : null;
        await WriteAsync(writer, report, export, saved, taken.Next, inDoubt, cancellationToken).ConfigureAwait(false);
        return report.ToReport(ImportState.Finished, taken.Next?.Number);
    }

    /// <summary>Writes the rows. Where that stops before the last row, the report of what was done is left with the exception.</summary>
    private async Task WriteAsync(
        PlanWriter writer,
        ReportBuilder report,
        ISellsyExport export,
        PlannedSelection saved,
        RowPosition? next,
        BatchInDoubt? inDoubt,
        CancellationToken cancellationToken)
    {
        try
        {
            await WriteRowsAsync(writer, export, saved, next, inDoubt, cancellationToken).ConfigureAwait(false);
            SeamGuard.Check(nameof(ISellsyCsvReader), report.Outcomes.Count == saved.Plan.Rows, "the rows of the plan and no fewer");
        }
        catch (Exception exception)
        {
            report.ToReport(ImportState.Interrupted, next?.Number).LeaveWith(exception);
            throw;
        }

        writer.Finish();
    }

    private async Task WriteRowsAsync(
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
    }

    private void CheckSettings(string fileName, ImportPlan plan)
    {
        if (plan.SettingsHash != SettingsHashOf(plan.SellsyAccount))
        {
            throw new SellsyImportException(ErrorCodes.PlanOfOtherSettings, fileName);
        }
    }

    private RowValidator ValidatorOf(ImportPlan plan, IEnumerable<OwnerResolution> owners) =>
        new(mapper, plan.Mapping, plan.Facts, new OwnerCache(plan.Decisions, plan.SellsyAccount, owners)) { Matches = plan.Matches };
}
