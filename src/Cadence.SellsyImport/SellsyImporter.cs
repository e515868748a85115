using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Recovery;
using Cadence.SellsyImport.Reporting;
using Cadence.SellsyImport.Writing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>Composes the seams, and holds no rule of its own.</summary>
internal sealed class SellsyImporter(
    ISellsyCsvReader reader,
    IFieldMapper mapper,
    IOwnerResolver resolver,
    ILeadSink sink,
    ImportRunner runner,
    IOptions<SellsyImportOptions> options,
    TimeProvider time) : ISellsyImporter
{
    private const int MostFirstRows = 10_000;

    private readonly SellsyImportOptions _options = options.Value;

    public async Task<ExportOverview> OpenAsync(ImportSource source, CancellationToken cancellationToken = default)
    {
        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var export = opened.Export;
            return new(source.Name, export.Format, export.Columns, export.Sample, mapper.Suggest(export.Columns, export.Sample));
        }
    }

    public async Task<ImportPlan> PreviewAsync(
        ImportSource source,
        FieldMapping mapping,
        OwnerDecisions? decisions = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        MappingCheck.ThrowIfIncomplete(source.Name, mapping, _options.Fields);
        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var export = opened.Export;
            MappingCheck.ThrowIfColumnsDiffer(source.Name, mapping, export.Columns);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var hashing = FileHash.OfAsync(source, export.Length, stopping.Token);
            var columns = runner.ColumnsFor(mapping, export.Columns);
            var surveyor = new Surveyor(export, mapping, columns, mapper as IPlainMapper, time.GetUtcNow().Year);
            var survey = await surveyor.RunAsync(new(progress, ImportStage.Surveying, export.Length), cancellationToken).ConfigureAwait(false);
            var facts = survey.Facts;
            var owners = new OwnerBook([]);
            await owners.ResolveAsync(resolver, facts.Owners, decisions ?? OwnerDecisions.None, cancellationToken).ConfigureAwait(false);
            var like = new PreviewedImport(
                hashing, mapping, owners, decisions ?? OwnerDecisions.None, runner.SettingsHash, _options.RepeatedContacts);
            if (sink is IImportLedger imports
                && await new InterruptedImports(imports, resolver, time).FindAsync(like, cancellationToken).ConfigureAwait(false) is { } interrupted)
            {
                return interrupted;
            }

            var judge = new RowJudge(mapper, mapping, facts, owners);
            var meter = new ProgressMeter(progress, ImportStage.Previewing, export.Length);
            var previewer = new Previewer(
                export, columns, judge, owners, resolver, decisions ?? OwnerDecisions.None, sink, _options.RepeatedContacts, meter);
            await previewer.RunAsync(survey, new(mapper, mapping, facts, owners), cancellationToken).ConfigureAwait(false);
            if (sink is IImportLedger ledger && MergedPreviewer.IsNeeded(previewer.Verdicts))
            {
                var again = export.ReadRowsAsync(columns, cancellationToken);
                await new MergedPreviewer(judge, previewer.Verdicts, ledger).RunAsync(again, cancellationToken).ConfigureAwait(false);
            }

            meter.Finish();
            return new ImportPlan(previewer.Verdicts)
            {
                FileName = source.Name,
                FileHash = await hashing.ConfigureAwait(false),
                FileLength = export.Length,
                Format = export.Format,
                Mapping = mapping,
                Facts = facts,
                RepeatedContacts = _options.RepeatedContacts,
                Owners = owners.Resolutions,
                Decisions = decisions ?? OwnerDecisions.None,
                SettingsHash = runner.SettingsHash,
                Counts = previewer.Counts,
                PolicyCounts = PolicyTally.Of(previewer.Verdicts, canChangeLeads: sink is IImportLedger),
                Issues = previewer.Tally.ToCounts(),
                Findings = [.. export.Format.Findings, .. DateFindings.Of(mapping, facts)],
                ExistingLeads = ExistingLeadPolicy.Skip,
            }.WithExistingLeads(_options.ExistingLeads);
        }
    }

    public async Task<ImmutableArray<PreviewRow>> PreviewFirstRowsAsync(
        ImportSource source,
        FieldMapping mapping,
        int rows = 50,
        OwnerDecisions? decisions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostFirstRows);
        var start = await StartOfAsync(source, rows, cancellationToken).ConfigureAwait(false);
        var plan = await PreviewAsync(start, mapping, decisions, progress: null, cancellationToken).ConfigureAwait(false);
        var first = ImmutableArray.CreateBuilder<PreviewRow>();
        await foreach (var row in ReadPreviewAsync(start, plan, firstRow: 1, cancellationToken).ConfigureAwait(false))
        {
            first.Add(row);
        }

        return first.DrainToImmutable();
    }

    public async IAsyncEnumerable<PreviewRow> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await foreach (var row in ReadAsync(source, plan, runner.ColumnsFor(plan.Mapping, plan.Facts.Columns), firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return plan.Written?.Show(row) ?? row;
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
        var saved = new SavedPlan(plan, options?.Selection ?? RowSelection.All);
        return runner.AddAsync(source, saved, options?.StartedBy, progress, cancellationToken);
    }

    public async IAsyncEnumerable<ReportRow> ReadReportAsync(
        ImportSource source,
        ImportReport report,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var columns = runner.ColumnsFor(report.Plan.Mapping, report.Plan.Facts.Columns);
        await foreach (var row in ReadAsync(source, report.Plan, columns, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return ReportRowOf(report, row);
        }
    }

    public async Task<long> WriteRejectedRowsAsync(
        ImportSource source,
        ImportReport report,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(texts);
        var plan = report.Plan;
        var original = await SeekableFile.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        await using (original.ConfigureAwait(false))
        {
            var writer = new RejectedRowsWriter(original, destination, plan.Format, plan.Facts.Columns, texts);
            return await writer.WriteAsync(ReadReportAsync(source, report, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A file of the same name that ends before the row behind the first few.</summary>
    private async Task<ImportSource> StartOfAsync(ImportSource source, int rows, CancellationToken cancellationToken)
    {
        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var end = opened.Export.Length;
            await foreach (var row in opened.Export.ReadRowsAsync(ColumnSelection.None, cancellationToken).ConfigureAwait(false))
            {
                if (row.Number > rows)
                {
                    end = row.ByteOffset;
                    break;
                }
            }

            var start = new byte[end];
            var file = await SeekableFile.OpenAsync(source, cancellationToken).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                await file.ReadExactlyAsync(start, cancellationToken).ConfigureAwait(false);
            }

            return ImportSource.FromBytes(source.Name, start);
        }
    }

    private static ReportRow ReportRowOf(ImportReport report, PreviewRow row) => new(
        row,
        report.OutcomeOf(row.Number),
        report.Outcomes.FoundByTheWrite(row.Number) is { } found ? row.Issues.Add(found) : row.Issues);

    private async IAsyncEnumerable<PreviewRow> ReadAsync(
        ImportSource source,
        ImportPlan plan,
        ColumnSelection columns,
        long firstRow,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstRow, 1);
        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            if (opened.Export.Length != plan.FileLength)
            {
                throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, source.Name);
            }

            if (firstRow > plan.Rows)
            {
                yield break;
            }

            runner.CheckCanBeRead(plan, opened.Export);
            var judge = runner.JudgeOf(plan);
            var whole = new WholeLeads(judge, plan, columns, () => OpenedExport.OpenAsync(reader, source, cancellationToken));
            await using var _ = whole.ConfigureAwait(false);
            var pages = new PreviewPages(judge, plan, sink, whole);
            var rows = opened.Export.ReadRowsAsync(columns, plan.PositionBefore(firstRow), cancellationToken);
            await foreach (var row in pages.ReadAsync(rows, firstRow, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }
}
