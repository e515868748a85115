using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>The records of one block, read on a thread of its own: those taken, and the rows that were made of the others.</summary>
internal sealed class ReadBlock(IRecordExport export, ColumnSelection columns, PlainRecords plain) : IRecordTaker
{
    private readonly List<TakenRecord> _records = [];
    private readonly Queue<SellsyRow> _rows = new();
    private long _endNumber;
    private bool _takes;

    /// <summary>The records in the order of the file.</summary>
    public List<TakenRecord> Records => _records;

    /// <summary>The rows that were made, in the order of the file; each stands for the next record without a contact.</summary>
    public Queue<SellsyRow> Rows => _rows;

    /// <summary>Reads a block in place of the one before.</summary>
    /// <param name="block">The block.</param>
    /// <param name="takes">Whether plain records are taken, or rows made of all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ReadBlock> ReadAsync(RowBlock block, bool takes, CancellationToken cancellationToken)
    {
        _records.Clear();
        _rows.Clear();
        (_endNumber, _takes) = (block.EndNumber, takes);
        await foreach (var row in export.ReadRowsAsync(columns, block.Start, this, cancellationToken).ConfigureAwait(false))
        {
            if (row.Number >= _endNumber)
            {
                break;
            }

            _records.Add(default);
            _rows.Enqueue(row);
        }

        return this;
    }

    public bool TryTake(in CsvRecord record)
    {
        if (!_takes || record.Position.Number >= _endNumber || !plain.IsPlain(record, out var contactId))
        {
            return false;
        }

        _records.Add(new(record.Position, contactId));
        return true;
    }
}
