using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>Connects the seams; it contains no import rules.</summary>
internal sealed class SellsyImporter(
    ISellsyCsvReader reader,
    IFieldMapper mapper,
    IOwnerResolver resolver,
    ImportStore store,
    ImportRunner runner,
    IOptions<SellsyImportOptions> options,
    TimeProvider time) : ISellsyImporter
{
    private const int MostFirstRows = 10_000;

    private readonly SellsyImportOptions _options = options.Value;

    public Task<ExportOverview> OpenAsync(ImportSource source, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var export = await file.OpenAsync(reader, cancellationToken).ConfigureAwait(false);
        await using (export.ConfigureAwait(false))
        {
            return new ExportOverview(source.Name, export.Format, export.Columns, export.Sample, mapper.Suggest(export.Columns, export.Sample));
        }
    });

    public Task<ImportPlan> PreviewAsync(
        ImportSource source,
        FieldMapping mapping,
        OwnerDecisions? decisions = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mapping);
        MappingCheck.ThrowIfIncomplete(source.Name, mapping, _options.Fields);
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        return await PreviewAsync(file, mapping, decisions, progress, cancellationToken).ConfigureAwait(false);
    });

    public Task<ImmutableArray<PreviewRow>> PreviewFirstRowsAsync(
        ImportSource source,
        FieldMapping mapping,
        int rows = 50,
        OwnerDecisions? decisions = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostFirstRows);
        MappingCheck.ThrowIfIncomplete(source.Name, mapping, _options.Fields);
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var start = file.EndingAt(await EndOfAsync(file, rows, cancellationToken).ConfigureAwait(false));
        var plan = await PreviewAsync(start, mapping, decisions, progress: null, cancellationToken).ConfigureAwait(false);
        var first = ImmutableArray.CreateBuilder<PreviewRow>();
        await foreach (var row in ReadAsync(start, plan, firstRow: 1, cancellationToken).ConfigureAwait(false))
        {
            first.Add(row);
        }

        return first.DrainToImmutable();
    });

    public async IAsyncEnumerable<PreviewRow> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in InBackground.ReadAsync(ReadAsync(source, plan, firstRow, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public Task<ImportReport> AddAsync(
        ImportSource source,
        ImportPlan plan,
        AddOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(plan);
        var saved = new PlannedSelection(plan, options?.Selection ?? RowSelection.All);
        return InBackground.RunAsync(() => runner.AddAsync(source, saved, options?.StartedBy, progress, cancellationToken));
    }

    public async IAsyncEnumerable<ReportRow> ReadReportAsync(
        ImportSource source,
        ImportReport report,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        await foreach (var row in ReadPreviewAsync(source, report.Plan, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return ReportRowOf(report, row);
        }
    }

    public Task<long> WriteRejectedRowsAsync(
        ImportSource source,
        ImportReport report,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(texts);
        var plan = report.Plan;
        var file = await SourceFile.OpenAsync(source, plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        using var original = new SourceStream(file);
        var writer = new RejectedRowsWriter(original, destination, plan.Format, plan.Facts.Columns, texts.Label, texts.IssueText);
        var rows = ReadAsync(file, plan, firstRow: 1, cancellationToken).Select(row => ReportRowOf(report, row));
        return await writer.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The byte behind the first rows: where the next row starts, or the end of the file.</summary>
    private async Task<long> EndOfAsync(SourceFile file, int rows, CancellationToken cancellationToken)
    {
        var export = await file.OpenAsync(reader, cancellationToken).ConfigureAwait(false);
        await using var closing = export.ConfigureAwait(false);
        await foreach (var row in export.ReadRowsAsync(ColumnSelection.None, cancellationToken).ConfigureAwait(false))
        {
            if (row.Number > rows)
            {
                return row.ByteOffset;
            }
        }

        return file.Length;
    }

    private static ReportRow ReportRowOf(ImportReport report, PreviewRow row) => new(
        row,
        report.OutcomeOf(row.Number),
        report.Outcomes.FoundByTheWrite(row.Number) is { } found ? row.Issues.Add(found) : row.Issues);

    private async Task<ImportPlan> PreviewAsync(
        SourceFile file,
        FieldMapping mapping,
        OwnerDecisions? decisions,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var export = await file.OpenAsync(reader, cancellationToken).ConfigureAwait(false);
        await using (export.ConfigureAwait(false))
        {
            MappingCheck.ThrowIfColumnsDiffer(file.Name, mapping, export.Columns);
            var columns = runner.ColumnsFor(mapping, export.Columns);
            var scan = new FileScan(export, mapping, columns, mapper, _options, time.GetUtcNow().Year);
            var scanned = await scan.RunAsync(new(progress, ImportStage.Surveying, export.Length), cancellationToken).ConfigureAwait(false);
            var facts = scanned.ToFacts(export.Columns);
            scanned.AddIssuesUnder(facts);
            var owners = new OwnerCache([]);
            await owners.ResolveAsync(resolver, facts.Owners, decisions ?? OwnerDecisions.None, cancellationToken).ConfigureAwait(false);
            var blocks = await file.HashRestAsync(cancellationToken).ConfigureAwait(false);
            var like = new PreviewedImport(
                blocks.FileHash, mapping, owners, decisions ?? OwnerDecisions.None, runner.SettingsHash, _options.RepeatedContacts);
            if (store.Ledger is { } imports
                && await new InterruptedImports(imports, resolver, time).FindAsync(like, cancellationToken).ConfigureAwait(false) is { } interrupted)
            {
                return interrupted;
            }

            var validator = new RowValidator(mapper, mapping, facts, owners);
            var meter = new ProgressMeter(progress, ImportStage.Previewing, export.Length);
            var preview = new PreviewRun(
                export, columns, validator, owners, resolver, decisions ?? OwnerDecisions.None, store, _options.RepeatedContacts, meter);
            var rows = await preview.RunAsync(scanned, cancellationToken).ConfigureAwait(false);
            if (store.ChangeableLeads is { } leads && MergedPreviewer.IsNeeded(rows.Verdicts))
            {
                var again = export.ReadRowsAsync(columns, cancellationToken);
                await new MergedPreviewer(validator, rows.Verdicts, leads).RunAsync(again, cancellationToken).ConfigureAwait(false);
            }

            meter.Finish();
            return new ImportPlan(rows.Verdicts, blocks)
            {
                FileName = file.Name,
                FileHash = blocks.FileHash,
                FileLength = blocks.Length,
                Format = export.Format,
                Mapping = mapping,
                Facts = facts,
                RepeatedContacts = _options.RepeatedContacts,
                Owners = owners.Resolutions,
                Decisions = decisions ?? OwnerDecisions.None,
                SettingsHash = runner.SettingsHash,
                Counts = rows.Counts,
                PolicyCounts = PolicyTally.Of(rows.Verdicts, canChangeLeads: store.ChangeableLeads is not null),
                Issues = rows.Issues.ToCounts(),
                Findings = [.. export.Format.Findings, .. DateFindings.Of(mapping, facts)],
                ExistingLeads = ExistingLeadPolicy.Skip,
            }.WithExistingLeads(_options.ExistingLeads);
        }
    }

    private async IAsyncEnumerable<PreviewRow> ReadAsync(
        ImportSource source,
        ImportPlan plan,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstRow, 1);
        var file = await SourceFile.OpenAsync(source, plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        await foreach (var row in ReadAsync(file, plan, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return plan.Written?.Show(row) ?? row;
        }
    }

    private async IAsyncEnumerable<PreviewRow> ReadAsync(
        SourceFile file,
        ImportPlan plan,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var export = await file.OpenAsync(reader, cancellationToken).ConfigureAwait(false);
        await using var closing = export.ConfigureAwait(false);
        if (firstRow > plan.Rows)
        {
            yield break;
        }

        runner.CheckCanBeRead(plan, export);
        var validator = runner.ValidatorOf(plan);
        var columns = runner.ColumnsFor(plan.Mapping, plan.Facts.Columns);
        var whole = new WholeLeads(validator, plan, columns, () => file.OpenAsync(reader, cancellationToken));
        await using var ending = whole.ConfigureAwait(false);
        var pages = new PreviewPages(validator, plan, store, whole);
        var rows = export.ReadRowsAsync(columns, plan.PositionBefore(firstRow), cancellationToken);
        await foreach (var row in pages.ReadAsync(rows, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }
}
