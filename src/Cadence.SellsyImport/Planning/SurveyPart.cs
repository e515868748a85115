using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Surveys a file from one place on, on one thread, up to the end or to the first of some other places from which reading may as well have
/// been started.
/// </summary>
/// <param name="columns">What is looked at.</param>
/// <param name="plain">The short way for plain records, or none where only rows can be judged.</param>
/// <param name="start">Where the first row stands; its number and line are counted from 1 where they are not known yet.</param>
/// <param name="ends">The other places behind it, ascending.</param>
/// <param name="fileLength">The bytes of the whole file.</param>
/// <param name="countedFrom">The byte of the file from which on bytes are told to have been read.</param>
/// <param name="meter">Is told how far reading has come.</param>
internal sealed class SurveyPart(
    SurveyColumns columns, PlainRecords? plain, RowPosition start, long[] ends, long fileLength, long countedFrom, ProgressMeter meter) : IRecordTaker
{
    private const long BytesPerBlock = 2 << 20;

    private readonly SurveyFacts _facts = new(columns, fileLength);
    private readonly List<SurveyedBlock> _blocks = [];
    private RecordPacker _packer = null!;
    private RowPosition _blockStart;
    private int _nextEnd;
    private long _rows;
    private long _reportedBytes = countedFrom;

    public RowPosition Start => start;

    public SurveyFacts Facts => _facts;

    /// <summary>The blocks, each of which starts where reading may start.</summary>
    public List<SurveyedBlock> Blocks => _blocks;

    /// <summary>The place at which it ended, counted from its start; none where it reached the end of the file.</summary>
    public RowPosition? End { get; private set; }

    /// <summary>Reads the part.</summary>
    public async Task RunAsync(IAsyncEnumerable<SellsyRow> rows)
    {
        _packer = new(_facts);
        StartBlock(start);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (End is not null)
            {
                break;
            }

            Pass(row.ByteOffset);
            Add(row);
        }

        EndBlock();
    }

    public bool TryTake(in CsvRecord record)
    {
        var position = record.Position;
        if (record.CanStartReading && _nextEnd < ends.Length && ends[_nextEnd] == position.ByteOffset)
        {
            End = position;
            return false;
        }

        if (record.CanStartReading && position.ByteOffset - _blockStart.ByteOffset >= BytesPerBlock)
        {
            EndBlock();
            StartBlock(position);
        }

        if (!columns.HaveCells || !_facts.TryRead(record, out var owner, out var company, out var isFirstId))
        {
            return false;
        }

        if (_packer.IsOpen && isFirstId && plain!.HasPlainCells(record, out var contactId))
        {
            _packer.Add(position, contactId, owner, company);
        }
        else if (_packer.CanKeepRows)
        {
            return false;
        }
        else
        {
            _packer.Drop();
        }

        _facts.AddRead(record);
        Pass(position.ByteOffset);
        return true;
    }

    private void Add(SellsyRow row)
    {
        if (!row.IsDamaged)
        {
            _facts.Add(row);
        }

        if (row.Issues.IsEmpty && _packer.CanKeepRows)
        {
            _packer.Add(row);
        }
        else
        {
            _packer.Drop();
        }
    }

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

    private void StartBlock(RowPosition at)
    {
        _blockStart = at;
        if (plain is not null)
        {
            _packer.Start(at);
        }
    }

    private void EndBlock() => _blocks.Add(new(_blockStart, _packer.End()));
}
