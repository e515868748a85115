namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Keeps what the survey finds of the records of a block in a few bytes each, and the few rows that were made, so that the preview need
/// not read the block again. What is kept of rows is limited; a block with more of them is dropped.
/// </summary>
internal sealed class RecordPacker(SurveyFacts facts)
{
    /// <summary>Stands before the numbers of a record.</summary>
    public const byte IsRecord = 1;

    /// <summary>Stands in place of the numbers where a row was made.</summary>
    public const byte IsRow = 0;

    /// <summary>Enough for a small file; with a large one it doubles some times.</summary>
    private const int FewBytes = 1 << 8;

    private const int LongestNumber = 10;
    private const int NumbersOfRecord = 6;
    private const long MostBytesOfRows = 8 << 20;

    /// <summary>What a row takes besides its text, so that rows of one byte are not kept by the million.</summary>
    private const long BytesOfRowItself = 400;

    private readonly List<SellsyRow> _rows = [];
    private byte[] _bytes = new byte[FewBytes];
    private int _length;
    private long _bytesOfRows;
    private RowPosition _last;
    private ulong _lastId;

    /// <summary>Whether records can be added.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether rows can be added.</summary>
    public bool CanKeepRows => IsOpen && _bytesOfRows < MostBytesOfRows;

    /// <summary>Starts a block.</summary>
    public void Start(RowPosition start)
    {
        (IsOpen, _last, _lastId, _length) = (true, start, 0, 0);
        _rows.Clear();
    }

    /// <summary>Adds a record of which no row was made.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="contactId">The id of its contact, which is not 0.</param>
    /// <param name="owner">The number of its owner.</param>
    /// <param name="company">The number of the name of its company; -1 where there is none.</param>
    public void Add(RowPosition position, ulong contactId, int owner, int company)
    {
        AddPlace(position);
        _bytes[_length++] = IsRecord;
        Write(ZigZag((long)(contactId - _lastId)));
        Write((ulong)owner);
        Write((ulong)(company + 1));
        _lastId = contactId;
    }

    /// <summary>Adds a record of which a row was made.</summary>
    public void Add(SellsyRow row)
    {
        AddPlace(RowPosition.Of(row));
        _bytes[_length++] = IsRow;
        _rows.Add(row);
        _bytesOfRows += row.ByteLength + BytesOfRowItself;
    }

    /// <summary>Gives up what was added of the block.</summary>
    public void Drop()
    {
        IsOpen = false;
        _rows.Clear();
    }

    /// <summary>Ends the block.</summary>
    /// <returns>Its records, or none where they were given up.</returns>
    public PackedRecords? End()
    {
        var packed = IsOpen ? new PackedRecords(_bytes.AsSpan(0, _length).ToArray(), [.. _rows], facts) : null;
        Drop();
        return packed;
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void AddPlace(RowPosition position)
    {
        if (_bytes.Length - _length < LongestNumber * NumbersOfRecord)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        Write((ulong)(position.ByteOffset - _last.ByteOffset));
        Write((ulong)(position.Line - _last.Line));
        _last = position;
    }

    /// <summary>Writes a number in groups of seven bits, the lowest first; the highest bit of a byte tells that more follow.</summary>
    private void Write(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _bytes[_length++] = (byte)(value | 0x80);
        }

        _bytes[_length++] = (byte)value;
    }
}
