using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;
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
    IOptions<SellsyImportOptions> options,
    TimeProvider time) : ISellsyImporter
{
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
            var hashing = FileHash.OfAsync(source, stopping.Token);
            var surveyor = new Surveyor(export, mapping, time.GetUtcNow().Year);
            var facts = await surveyor.RunAsync(new(progress, ImportStage.Surveying, export.Length), cancellationToken).ConfigureAwait(false);
            var owners = new OwnerBook([]);
            await owners.ResolveAsync(resolver, facts.Owners, decisions ?? OwnerDecisions.None, cancellationToken).ConfigureAwait(false);
            var judge = new RowJudge(mapper, mapping, facts, owners);
            var previewer = new Previewer(judge, owners, resolver, decisions ?? OwnerDecisions.None, sink, _options.RepeatedContacts);
            var meter = new ProgressMeter(progress, ImportStage.Previewing, export.Length);
            await previewer.RunAsync(export.ReadRowsAsync(ColumnsFor(mapping, facts), cancellationToken), meter, cancellationToken).ConfigureAwait(false);
            meter.Finish();
            return new(previewer.Verdicts)
            {
                FileName = source.Name,
                FileHash = await hashing.ConfigureAwait(false),
                FileLength = export.Length,
                Format = export.Format,
                Mapping = mapping,
                Facts = facts,
                RepeatedContacts = _options.RepeatedContacts,
                Owners = owners.Resolutions,
                Counts = previewer.Counts,
                Issues = previewer.Tally.ToCounts(),
                Findings = [.. export.Format.Findings, .. DateFindings.Of(mapping, facts)],
            };
        }
    }

    public async IAsyncEnumerable<PreviewRow> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await foreach (var row in ReadAsync(source, plan, ColumnsFor(plan.Mapping, plan.Facts), firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public async Task<ImportReport> AddAsync(
        ImportSource source,
        ImportPlan plan,
        AddOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(plan);
        var started = time.GetTimestamp();
        var import = NewImport(source, plan, options?.StartedBy);
        if (await FileHash.OfAsync(source, cancellationToken).ConfigureAwait(false) != plan.FileHash)
        {
            throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, source.Name);
        }

        var opened = await OpenedExport.OpenAsync(reader, source, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var tally = new IssueTally(plan.Issues);
            var meter = new ProgressMeter(progress, ImportStage.Adding, plan.FileLength);
            var follower = new PlanFollower(JudgeOf(plan), plan.Verdicts, options?.Selection ?? RowSelection.All, _options.BatchSize);
            var writer = new PlanWriter(sink, import, plan.Verdicts, tally, meter);
            var rows = opened.Export.ReadRowsAsync(ColumnsFor(plan.Mapping, plan.Facts), cancellationToken);
            await writer.WriteAsync(follower.ReadAsync(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
            meter.Finish();
            var counts = writer.Outcomes.Counts;
            return new(plan, writer.Outcomes) { Import = import, Counts = counts, Issues = tally.ToCounts(), Elapsed = time.GetElapsedTime(started) };
        }
    }

    public async IAsyncEnumerable<ReportRow> ReadReportAsync(
        ImportSource source,
        ImportReport report,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var columns = ColumnsFor(report.Plan.Mapping, report.Plan.Facts);
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

            var pages = new PreviewPages(JudgeOf(plan), plan.Verdicts, plan.RepeatedContacts, sink);
            var rows = opened.Export.ReadRowsAsync(columns, plan.PositionBefore(firstRow), cancellationToken);
            await foreach (var row in pages.ReadAsync(rows, firstRow, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private RowJudge JudgeOf(ImportPlan plan) => new(mapper, plan.Mapping, plan.Facts, new OwnerBook(plan.Owners));

    private ColumnSelection ColumnsFor(FieldMapping mapping, ExportFacts facts) =>
        _options.KeepUnmappedColumns ? new(facts.Columns.Select(column => column.Index)) : mapping.Columns;

    private ImportInfo NewImport(ImportSource source, ImportPlan plan, string? startedBy)
    {
        var now = time.GetUtcNow();
        return new(Guid.CreateVersion7(now).ToString("N"), source.Name, plan.FileHash, plan.Mapping.Hash, now) { StartedBy = startedBy };
    }
}
