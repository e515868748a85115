using System.Globalization;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Scans a file from one place on, on one thread, up to the end or to the first of the places from which another part can have started.
/// </summary>
/// <param name="scanner">Reads the rows.</param>
/// <param name="contacts">Receives the contacts; null if only the facts are needed, so that no rows are kept either.</param>
/// <param name="start">Where the first row stands; its number and line are counted from 1 where they are not known yet.</param>
/// <param name="ends">The other places behind it, ascending.</param>
/// <param name="countedFrom">The byte of the file from which on bytes are reported as read.</param>
/// <param name="meter">Receives the progress of reading.</param>
internal sealed class ScanPart(RowScanner scanner, ContactHints? contacts, RowPosition start, long[] ends, long countedFrom, ProgressMeter meter)
    : IRecordTaker
{
    private readonly CellBuffer _buffer = new();
    private int _nextEnd;
    private long _rows;
    private long _reportedBytes = countedFrom;

    public RowScanner Scanner => scanner;

    public ContactHints? Contacts => contacts;

    public ScannedRows Rows { get; } = new(start);

    public SharedAddresses Shared { get; } = new();

    /// <summary>How many lines have separators and nothing else. They are no rows.</summary>
    public long BlankRows { get; private set; }

    /// <summary>How many rows have fewer fields than the headings.</summary>
    public long ShortRows { get; private set; }

    /// <summary>The place at which it ended, counted from its start; null if it reached the end of the file.</summary>
    public RowPosition? End { get; private set; }

    /// <summary>Reads the part.</summary>
    public async Task RunAsync(IAsyncEnumerable<SellsyRow> rows)
    {
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (End is not null)
            {
                break;
            }

            SeamGuard.Check(nameof(ISellsyCsvReader), row?.Number == start.Number + _rows, "rows numbered from 1 without a gap");
            Add(row!);
        }
    }

    public bool TryTake(in CsvRecord record)
    {
        var position = record.Position;
        if (position.Start is null && _nextEnd < ends.Length && ends[_nextEnd] == position.ByteOffset)
        {
            End = position;
            return false;
        }

        _buffer.Clear();
        scanner.Begin(position.Number);
        Add(position, scanner.Scan(new RecordCells(record, _buffer)));
        return true;
    }

    public void TakeBlank(bool hasSeparators) => BlankRows += hasSeparators ? 1 : 0;

    private void Add(SellsyRow row)
    {
        var issues = scanner.Begin(row.Number, row.Issues);
        ShortRows += row.Issues.Any(IsShort) ? 1 : 0;
        var position = RowPosition.Of(row);
        if (row.IsDamaged || row.IsExcluded)
        {
            Rows.AddUnread(position, row.IsExcluded, issues);
            Pass(position.ByteOffset);
        }
        else
        {
            Add(position, scanner.Scan(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(RowPosition position, in ScannedRow row)
    {
        if (contacts is not null)
        {
            var contact = row.ContactId.IsEmpty ? default : ContactKey.Of(row.ContactId);
            contacts.Add(contact.Number);
            Rows.Add(position, row, contact);
            foreach (var address in row.ContactId.IsEmpty ? [] : row.Addresses)
            {
                Shared.Add(position.Number, address);
            }
        }

        Pass(position.ByteOffset);
    }

    private static bool IsShort(ImportIssue issue) => issue is { Code: IssueCodes.FieldsMissing }
        || (issue is { Code: IssueCodes.FieldCountDiffers, Arguments: [var found, var expected] }
            && int.TryParse(found, CultureInfo.InvariantCulture, out var fields)
            && int.TryParse(expected, CultureInfo.InvariantCulture, out var headings)
            && fields < headings);

    /// <summary>Counts a row; a place that reading did not come to in between is none at which a row starts.</summary>
    private void Pass(long offset)
    {
        while (_nextEnd < ends.Length && ends[_nextEnd] <= offset)
        {
            _nextEnd++;
        }

        _rows++;
        if (_rows % ProgressMeter.RowsPerReport == 0)
        {
            meter.Advance(ProgressMeter.RowsPerReport, offset - _reportedBytes);
            _reportedBytes = offset;
        }
    }
}
