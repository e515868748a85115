using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Preview;

/// <summary>Reads the rows that meet a query: each is sought, and the rows between are passed over without being made.</summary>
/// <param name="export">The file.</param>
/// <param name="columns">The columns that the rows need.</param>
/// <param name="plan">The plan.</param>
/// <param name="pages">Shows the rows.</param>
/// <param name="filter">Finds and tests the rows.</param>
internal sealed class FoundRows(ISellsyExport export, ColumnSelection columns, ImportPlan plan, PreviewPages pages, RowFilter filter) : IRecordTaker
{
    /// <summary>The most rows that one call looks at, so that it ends soon where few of them meet the query.</summary>
    public const int MostTested = 50_000;

    /// <summary>So many rows are passed over in the time that seeking one takes.</summary>
    private const int RowsPerSeek = 256;

    private long _wanted;
    private int _tested;

    /// <summary>Reads a page.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows, and the next one that may meet the query.</returns>
    public async Task<(List<PreviewRow> Rows, long? Next)> ReadAsync(RowQuery query, CancellationToken cancellationToken)
    {
        var found = new List<PreviewRow>();
        var next = filter.Next(query.FirstRow);
        while (next is { } row && found.Count < query.Count && _tested < MostTested)
        {
            next = await ReadFromAsync(row, query.Count, found, cancellationToken).ConfigureAwait(false);
        }

        await pages.AddExistingLeadsAsync(found, cancellationToken).ConfigureAwait(false);
        return (found, next);
    }

    /// <summary>Passes over the records before the wanted one.</summary>
    public bool TryTake(in CsvRecord record) => record.Position.Number < _wanted;

    public void TakeBlank(bool hasSeparators)
    {
    }

    /// <summary>Reads the wanted rows from one place on, as long as the next one is near.</summary>
    private async Task<long?> ReadFromAsync(long first, int most, List<PreviewRow> found, CancellationToken cancellationToken)
    {
        _wanted = first;
        await foreach (var row in Rows(plan.PositionBefore(first), cancellationToken).ConfigureAwait(false))
        {
            if (row.Number < _wanted)
            {
                continue;
            }

            _tested++;
            if (filter.HasText(row) && pages.Preview(row, out var owner) is var preview && filter.Matches(preview, owner))
            {
                found.Add(preview);
            }

            var next = filter.Next(row.Number + 1);
            if (next is not { } wanted || found.Count == most || _tested == MostTested || IsFar(row.Number, wanted))
            {
                return next;
            }

            _wanted = wanted;
        }

        throw SeamGuard.Broken(nameof(ISellsyCsvReader), "fewer rows", "the rows of the plan and no fewer");
    }

    private IAsyncEnumerable<SellsyRow> Rows(RowPosition from, CancellationToken cancellationToken) => export is IRecordExport records
        ? records.ReadFewRowsAsync(columns, from, this, cancellationToken)
        : export.ReadRowsAsync(columns, from, cancellationToken);

    /// <summary>Whether seeking a row takes less than reading on to it.</summary>
    private bool IsFar(long row, long next) => plan.PositionBefore(next).Number > row + RowsPerSeek;
}
