using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Reads the whole file once. Every row gets the verdict that it allows by itself, and the facts that only the whole file shows are collected.
/// Several parts of the file are read in parallel; the result is the same as from one part.
/// </summary>
/// <param name="export">The file.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="columns">The columns that the rows need.</param>
/// <param name="mapper">The mapper that scans records; null if only the facts are needed, because whole rows are read afterwards.</param>
/// <param name="options">The options.</param>
/// <param name="referenceYear">The year in which the file is read.</param>
internal sealed class FileScan(
    ISellsyExport export, FieldMapping mapping, ColumnSelection columns, IRecordMapper? mapper, SellsyImportOptions options, int referenceYear)
{
    private const long FewestBytesOfPart = 4 << 20;

    /// <summary>What a person chose: the order of dates.</summary>
    public ReadingOverrides Overrides { get; init; } = ReadingOverrides.None;

    /// <summary>Scans the file.</summary>
    /// <param name="meter">Receives the progress of the scan.</param>
    /// <param name="cancellationToken">Cancels the scan.</param>
    public Task<ScannedFile> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        var parts = Math.Min(Readers.Most, export.Length / FewestBytesOfPart);
        return RunAsync([.. Enumerable.Range(1, (int)Math.Max(0, parts - 1)).Select(part => export.Length / parts * part)], meter, cancellationToken);
    }

    /// <summary>Scans the file in several parts at once.</summary>
    /// <param name="cuts">The bytes of the file near which a part shall start, besides the first; ascending.</param>
    /// <param name="meter">Receives the progress of the scan.</param>
    /// <param name="cancellationToken">Cancels the scan.</param>
    public async Task<ScannedFile> RunAsync(long[] cuts, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var wanted = mapper is null ? ColumnsOfFacts() : columns;
        if (export is not IRecordExport records)
        {
            var only = Part(new(1, 0, 0), []);
            await only.RunAsync(export.ReadRowsAsync(wanted, cancellationToken)).ConfigureAwait(false);
            return Joined([only], [only.Rows.Start]);
        }

        var starts = await StartsAsync(records, cuts, cancellationToken).ConfigureAwait(false);
        ScanPart[] parts =
        [
            Part(records.FirstRow, starts),
            .. starts.Select((start, i) => Part(new(1, 1, start), starts[(i + 1)..])),
        ];
        return await RunAsync(records, wanted, parts, cancellationToken).ConfigureAwait(false);

        ScanPart Part(RowPosition start, long[] ends)
        {
            var scanner = mapper?.ScannerOf(mapping, referenceYear) ?? new(mapping.Compiled.Where(IsOfFacts), options, referenceYear);
            scanner.Choose(Overrides);
            return new(
                scanner,
                mapper is null ? null : new ContactHints(export.Length),
                start,
                ends,
                start.Number == 1 && start.Line == 1 ? start.ByteOffset : 0,
                meter);
        }
    }

    /// <summary>Reads all parts in parallel, and joins each part that starts where the part before it ends.</summary>
    private async Task<ScannedFile> RunAsync(IRecordExport records, ColumnSelection wanted, ScanPart[] parts, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Array.ConvertAll(parts, part => parts.Length == 1
            ? part.RunAsync(records.ReadRowsAsync(wanted, part.Rows.Start, part, cancellationToken))
            : Task.Run(() => part.RunAsync(records.ReadRowsAsync(wanted, part.Rows.Start, part, stopping.Token)), stopping.Token));
        try
        {
            List<ScanPart> joined = [parts[0]];
            List<RowPosition> starts = [parts[0].Rows.Start];
            await running[0].ConfigureAwait(false);
            for (var end = parts[0].End; end is { } start;)
            {
                var index = Array.FindIndex(parts, 1, part => part.Rows.Start.ByteOffset == start.ByteOffset);
                await running[index].ConfigureAwait(false);
                joined.Add(parts[index]);
                starts.Add(start);
                end = parts[index].End is { } next ? Moved(next, start) : null;
            }

            return Joined(joined, starts);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            foreach (var reading in running)
            {
                await reading.ContinueWith(static ended => ended.Exception, TaskScheduler.Default).ConfigureAwait(false);
            }
        }
    }

    private ScannedFile Joined(List<ScanPart> parts, List<RowPosition> starts)
    {
        var first = parts[0];
        List<(ScannedRows Rows, RowPosition Start, int[] Owners, int[] Issues)> rows = [];
        foreach (var (part, start) in parts.Zip(starts))
        {
            var owners = Enumerable.Range(0, part.Scanner.Owners.Pairs.Count).ToArray();
            var issues = Enumerable.Range(0, part.Scanner.Issues.Keys.Count()).ToArray();
            if (part != first)
            {
                issues = first.Scanner.Add(part.Scanner, start.Number - 1);
                first.Contacts?.Add(part.Contacts!);
                first.Shared.Add(part.Shared, start.Number - 1);
                owners = first.Scanner.Owners.Add(part.Scanner.Owners, start.Number - 1);
            }

            rows.Add((part.Rows, start, owners, issues));
        }

        return new(first.Scanner)
        {
            Parts = mapper is null ? null : rows,
            Contacts = first.Contacts,
            Shared = first.Shared,
            BlankRows = parts.Sum(part => part.BlankRows),
            ShortRows = parts.Sum(part => part.ShortRows),
        };
    }

    /// <summary>A place of a part that is counted from its start.</summary>
    private static RowPosition Moved(RowPosition place, RowPosition start) =>
        new(place.Number + start.Number - 1, place.Line + start.Line - 1, place.ByteOffset);

    private static async Task<long[]> StartsAsync(IRecordExport records, long[] cuts, CancellationToken cancellationToken)
    {
        var starts = new SortedSet<long>();
        foreach (var cut in cuts)
        {
            if (records.CanReadInParallel
                && await records.FindRowStartAsync(cut, cancellationToken).ConfigureAwait(false) is { } start
                && start > records.FirstRow.ByteOffset)
            {
                starts.Add(start);
            }
        }

        return [.. starts];
    }

    private static bool IsOfFacts(CompiledAssignment assignment) =>
        assignment.IsOfOwner || assignment.Field == LeadFields.Company || assignment.Field == LeadFields.CompanySellsyId
        || assignment is { Field.Kind: LeadFieldKind.Date or LeadFieldKind.DateTime };

    private ColumnSelection ColumnsOfFacts() =>
        new(mapping.Compiled.Where(assignment => IsOfFacts(assignment) && assignment.Column >= 0).Select(assignment => assignment.Column));
}
