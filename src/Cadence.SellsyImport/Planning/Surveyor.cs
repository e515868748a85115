using System.Collections.Immutable;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Reading;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Walks the whole file once, before any row is judged, over the few columns that need it: the distinct owners, the order of the dates,
/// the ids and names of the companies. Several parts of the file are read at once; what comes out is the same as from one.
/// </summary>
internal sealed class Surveyor(ISellsyExport export, FieldMapping mapping, ColumnSelection all, IPlainMapper? mapper, int referenceYear)
{
    private const long FewestBytesOfPart = 4 << 20;

    private readonly SurveyColumns _columns = new(mapping);

    /// <summary>Surveys the file.</summary>
    /// <param name="meter">Is told how far the survey has come.</param>
    /// <param name="cancellationToken">Cancels the survey.</param>
    public Task<Survey> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        var parts = Math.Min(Readers.Most, export.Length / FewestBytesOfPart);
        return RunAsync([.. Enumerable.Range(1, (int)Math.Max(0, parts - 1)).Select(part => export.Length / parts * part)], meter, cancellationToken);
    }

    /// <summary>Surveys the file in several parts at once.</summary>
    /// <param name="cuts">The bytes of the file near which a part shall start, besides the first; ascending.</param>
    /// <param name="meter">Is told how far the survey has come.</param>
    /// <param name="cancellationToken">Cancels the survey.</param>
    public async Task<Survey> RunAsync(long[] cuts, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var assumed = new ExportFacts(new()) { DateColumns = AssumedDates(), Columns = export.Columns, ReferenceYear = referenceYear };
        var plain = mapper?.PlainRecordsOf(mapping, assumed);
        var columns = plain is null ? _columns.Selection : all;
        SurveyPart first;
        List<SurveyedBlock> blocks = [];
        if (columns.Count == 0 || export is not IRecordExport records)
        {
            first = new(_columns, plain?.Copy(), new(1, 1, 0), [], export.Length, 0, meter);
            if (columns.Count == 0)
            {
                first.Facts.NumberOf(_columns.OwnerOfAll);
            }
            else
            {
                await first.RunAsync(export.ReadRowsAsync(columns, cancellationToken)).ConfigureAwait(false);
            }
        }
        else
        {
            var starts = await StartsAsync(records, cuts, cancellationToken).ConfigureAwait(false);
            first = new(_columns, plain?.Copy(), records.FirstRow, starts, export.Length, 0, meter);
            SurveyPart[] parts =
            [
                first,
                .. starts.Select((start, i) => new SurveyPart(_columns, plain?.Copy(), new(1, 1, start), starts[(i + 1)..], export.Length, start, meter)),
            ];
            blocks = await RunAsync(records, columns, parts, cancellationToken).ConfigureAwait(false);
        }

        var facts = first.Facts.ToFacts(export.Columns, referenceYear);
        var isAsAssumed = facts.DateColumns.All(date => date.Value.Order == assumed.DateColumns[date.Key].Order);
        if (!isAsAssumed)
        {
            blocks = blocks.ConvertAll(block => block with { Records = null });
        }

        // The rows of a host's reader may be others the next time, and a host's mapper may take ids from anywhere.
        var isEveryIdSeen = columns.Count > 0 && export is IRecordExport && mapper is not null;
        return new(facts, first.Facts.Owners, blocks, isEveryIdSeen ? first.Facts.Contacts : null);
    }

    /// <summary>Reads all parts at once, and joins those that turn out to start where the one before ends.</summary>
    private static async Task<List<SurveyedBlock>> RunAsync(
        IRecordExport records, ColumnSelection columns, SurveyPart[] parts, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Array.ConvertAll(parts, part => parts.Length == 1
            ? part.RunAsync(records.ReadRowsAsync(columns, part.Start, part, cancellationToken))
            : Task.Run(() => part.RunAsync(records.ReadRowsAsync(columns, part.Start, part, stopping.Token)), stopping.Token));
        try
        {
            await running[0].ConfigureAwait(false);
            var blocks = parts[0].Blocks;
            var last = parts[0];
            for (var end = last.End; end is { } start; end = last.End is { } next ? Moved(next, start) : null)
            {
                var index = Array.FindIndex(parts, 1, part => part.Start.ByteOffset == start.ByteOffset);
                await running[index].ConfigureAwait(false);
                last = parts[index];
                parts[0].Facts.Add(last.Facts);
                blocks.AddRange(last.Blocks.Select(block => block with { Start = Moved(block.Start, start) }));
            }

            return blocks;
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

    /// <summary>The order of day and month that the first rows suggest; where the whole file says otherwise, nothing is kept of its records.</summary>
    private ImmutableDictionary<int, DateColumnFacts> AssumedDates()
    {
        var dates = _columns.Dates.ToDictionary(column => column, _ => new DateColumnSurvey());
        foreach (var row in export.Sample)
        {
            foreach (var (column, survey) in dates)
            {
                survey.Add(row.IsDamaged ? DateShape.NotADate : DateReader.Classify(row[column]));
            }
        }

        return dates.ToImmutableDictionary(date => date.Key, date => date.Value.ToFacts());
    }
}
