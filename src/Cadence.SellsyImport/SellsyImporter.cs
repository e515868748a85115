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
    PlanMaker plans,
    IOptions<SellsyImportOptions> options) : ISellsyImporter
{
    private const int MostFirstRows = 10_000;

    private readonly SellsyImportOptions _options = options.Value;

    public Task<ExportOverview> OpenAsync(ImportSource source, CancellationToken cancellationToken = default) =>
        OpenAsync(source, ReadingOverrides.None, cancellationToken);

    public Task<ExportOverview> OpenAsync(
        ImportSource source, ReadingOverrides overrides, CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(overrides);
        OverridesCheck.ThrowIfInvalid(overrides);
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var export = await file.OpenAsync(reader, overrides, cancellationToken).ConfigureAwait(false);
        await using (export.ConfigureAwait(false))
        {
            return new ExportOverview(
                source.Name, file.FormatOf(export), export.Columns, [.. export.Sample.Select(file.PlaceOf)], mapper.Suggest(export.Columns, export.Sample));
        }
    });

    public Task<ImportPlan> PreviewAsync(
        ImportSource source,
        FieldMapping mapping,
        PreviewOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(() => runner.Telemetry.PreviewAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mapping);
        CheckOverrides((options ?? PreviewOptions.Default).Overrides);
        MappingCheck.ThrowIfIncomplete(source.Name, mapping, _options.Fields);
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        return await plans.MakeAsync(file, mapping, options ?? PreviewOptions.Default, progress, cancellationToken).ConfigureAwait(false);
    }, cancellationToken));

    public Task<ImmutableArray<PreviewRow>> PreviewFirstRowsAsync(
        ImportSource source,
        FieldMapping mapping,
        int rows = 50,
        PreviewOptions? options = null,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mapping);
        CheckOverrides((options ?? PreviewOptions.Default).Overrides);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostFirstRows);
        MappingCheck.ThrowIfIncomplete(source.Name, mapping, _options.Fields);
        var file = await SourceFile.OpenAsync(source, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var chosen = options ?? PreviewOptions.Default;
        var start = file.EndingAt(await EndOfAsync(file, chosen.Overrides, rows, cancellationToken).ConfigureAwait(false));
        var plan = await plans.MakeAsync(start, mapping, chosen, progress: null, cancellationToken).ConfigureAwait(false);
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

    public Task<RowPage<PreviewRow>> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        RowQuery query,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return InBackground.RunAsync(() =>
            ReadPageAsync(source, plan, plan.Written, waiting: new HashSet<long>(), query, row => plan.Written?.Show(row) ?? row, cancellationToken));
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
        var asked = options?.Copy() ?? new();
        return InBackground.RunAsync(() => runner.AddAsync(source, plan, asked, progress, cancellationToken));
    }

    public async IAsyncEnumerable<ReportRow> ReadReportAsync(
        ImportSource? source,
        ImportReport report,
        long firstRow = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        source ??= runner.SourceOf(report.Import);
        await foreach (var row in ReadPreviewAsync(source, report.Plan, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return ReportRowOf(report, row);
        }
    }

    public Task<RowPage<ReportRow>> ReadReportAsync(
        ImportSource? source,
        ImportReport report,
        RowQuery query,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return InBackground.RunAsync(() => ReadPageAsync(
            source ?? runner.SourceOf(report.Import), report.Plan, report.Outcomes, report.Waiting, query, row => ReportRowOf(report, row), cancellationToken));
    }

    public Task<long> WriteRejectedRowsAsync(
        ImportSource? source,
        ImportReport report,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WriteRejectedRowsAsync(
            () => source ?? runner.SourceOf(report.Import), report.Plan, row => ReportRowOf(report, row), destination, texts, cancellationToken);
    }

    public Task<long> WriteRejectedRowsAsync(
        ImportSource source,
        ImportPlan plan,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default) =>
        WriteRejectedRowsAsync(() => source, plan, PlannedRowOf, destination, texts, cancellationToken);

    public Task<MendedRows> ReadMendedRowsAsync(
        ImportSource source,
        ImportPlan plan,
        ImportSource mended,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(plan);
        var file = await SourceFile.OpenAsync(source, plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var original = await file.OpenAsync(reader, plan.Overrides, cancellationToken).ConfigureAwait(false);
        await using var closingOriginal = original.ConfigureAwait(false);
        var mendedFile = await SourceFile.OpenAsync(mended, expected: null, cancellationToken).ConfigureAwait(false);
        await using var closingMendedFile = mendedFile.ConfigureAwait(false);
        var mendedExport = await mendedFile.OpenAsync(reader, ReadingOverrides.None, cancellationToken).ConfigureAwait(false);
        await using var closingMended = mendedExport.ConfigureAwait(false);
        var idColumn = plan.Mapping.Find(LeadFields.SellsyContactId)?.Column?.Index;
        return await new MendedFile(original, mendedExport, idColumn)
            .ReadAsync(row => plan.StatusOf(row) == RowStatus.Error, plan.Corrections, cancellationToken)
            .ConfigureAwait(false);
    });

    public Task<PreviewRow> JudgeRowAsync(
        ImportSource source,
        ImportPlan plan,
        Corrections corrections,
        long row,
        CancellationToken cancellationToken = default) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, plan.Rows);
        var file = await SourceFile.OpenAsync(source, plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var export = CorrectedExport.Of(await file.OpenAsync(reader, plan.Overrides, cancellationToken).ConfigureAwait(false), corrections);
        await using var closingExport = export.ConfigureAwait(false);
        runner.CheckCanBeRead(plan, export);
        var owners = new OwnerCache(plan.Decisions, plan.SellsyAccount, plan.Owners);
        var validator = new RowValidator(mapper, plan.Mapping, plan.Facts, owners) { Matches = plan.Matches };
        var rows = export.ReadRowsAsync(runner.ColumnsFor(plan.Mapping, plan.Facts.Columns), plan.PositionBefore(row), cancellationToken);
        await foreach (var read in rows.ConfigureAwait(false))
        {
            if (read.Number == row)
            {
                var validated = validator.Validate(read);
                if (validated.UnaskedOwner is { } unasked)
                {
                    await owners.ResolveAsync(resolver, [unasked], cancellationToken).ConfigureAwait(false);
                    validated = validator.Validate(read);
                }

                return new PreviewRow(read, StatusOf(read, validated, plan), validated.Lead, validated.Owner, validated.Issues);
            }
        }

        throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, source.Name);
    });

    private static RowStatus StatusOf(SellsyRow row, in ValidatedRow validated, ImportPlan plan) =>
        row.IsExcluded ? RowStatus.Excluded
        : validated.HasError ? RowStatus.Error
        : plan.StatusOf(row.Number) == RowStatus.Active ? RowStatus.Active
        : RowStatus.Blank;

    private Task<long> WriteRejectedRowsAsync(
        Func<ImportSource> source,
        ImportPlan plan,
        Func<PreviewRow, ReportRow> show,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken) => InBackground.RunAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(texts);
        var file = await SourceFile.OpenAsync(source(), plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        using var original = new SourceStream(file);
        var writer = new RejectedRowsWriter(original, destination, plan.Format, plan.Facts.Columns, texts.Label, texts.IssueText);
        return await writer.WriteAsync(ReadAsync(file, plan, firstRow: 1, cancellationToken).Select(show), cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The byte behind the first rows: where the next row starts, or the end of the file.</summary>
    private async Task<long> EndOfAsync(SourceFile file, ReadingOverrides overrides, int rows, CancellationToken cancellationToken)
    {
        var export = await file.OpenAsync(reader, overrides, cancellationToken).ConfigureAwait(false);
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

    /// <summary>A row as nothing but its preview says it.</summary>
    private static ReportRow PlannedRowOf(PreviewRow row) => new(row, row.Status == RowStatus.Error ? RowOutcome.Error : RowOutcome.Skipped, row.Issues);

    private void CheckOverrides(ReadingOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        OverridesCheck.ThrowIfInvalid(overrides);
        MappingCheck.ThrowIfNotDates(overrides, _options.Fields);
    }

    private async Task<RowPage<TRow>> ReadPageAsync<TRow>(
        ImportSource source,
        ImportPlan plan,
        RowOutcomes? outcomes,
        IReadOnlySet<long> waiting,
        RowQuery query,
        Func<PreviewRow, TRow> show,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.FirstRow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Count, RowQuery.MostRows);
        var file = await SourceFile.OpenAsync(source, plan.Blocks, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var export = await OpenAsync(file, plan, cancellationToken).ConfigureAwait(false);
        await using var closingExport = export.ConfigureAwait(false);
        runner.CheckCanBeRead(plan, export);
        var validator = runner.ValidatorOf(plan);
        var columns = runner.ColumnsFor(plan.Mapping, plan.Facts.Columns);
        var whole = new WholeLeads(validator, plan, columns, () => OpenAsync(file, plan, cancellationToken));
        await using var ending = whole.ConfigureAwait(false);
        var rows = new FoundRows(export, columns, plan, new(validator, plan, store, whole, plan.PoliciesOf(_options)), new(plan, outcomes, waiting, query));
        var (found, next) = await rows.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return new([.. found.Select(row => show(Placed(file, row)))], next);
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
        var export = await OpenAsync(file, plan, cancellationToken).ConfigureAwait(false);
        await using var closing = export.ConfigureAwait(false);
        if (firstRow > plan.Rows)
        {
            yield break;
        }

        runner.CheckCanBeRead(plan, export);
        var validator = runner.ValidatorOf(plan);
        var columns = runner.ColumnsFor(plan.Mapping, plan.Facts.Columns);
        var whole = new WholeLeads(validator, plan, columns, () => OpenAsync(file, plan, cancellationToken));
        await using var ending = whole.ConfigureAwait(false);
        var pages = new PreviewPages(validator, plan, store, whole, plan.PoliciesOf(_options));
        var rows = export.ReadRowsAsync(columns, plan.PositionBefore(firstRow), cancellationToken);
        await foreach (var row in pages.ReadAsync(rows, firstRow, cancellationToken).ConfigureAwait(false))
        {
            yield return Placed(file, row);
        }
    }

    private static PreviewRow Placed(SourceFile file, PreviewRow row)
    {
        var placed = file.PlaceOf(row.Row);
        return ReferenceEquals(placed, row.Row) ? row : row with { Row = placed };
    }

    private async ValueTask<ISellsyExport> OpenAsync(SourceFile file, ImportPlan plan, CancellationToken cancellationToken) =>
        CorrectedExport.Of(await file.OpenAsync(reader, plan.Overrides, cancellationToken).ConfigureAwait(false), plan.Corrections);
}
