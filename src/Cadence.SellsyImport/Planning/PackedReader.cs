namespace Cadence.SellsyImport.Planning;

/// <summary>Reads packed records in the order of the file.</summary>
internal sealed class PackedReader(byte[] bytes, SellsyRow[] rows, RowPosition start)
{
    private RowPosition _position = start with { Number = start.Number - 1 };
    private int _at;
    private int _row;
    private ulong _id;

    /// <summary>The record; without a contact where a row was made of it.</summary>
    public TakenRecord Current { get; private set; }

    /// <summary>The number of its owner.</summary>
    public int Owner { get; private set; }

    /// <summary>The number of the name of its company; -1 where there is none.</summary>
    public int Company { get; private set; }

    public bool MoveNext()
    {
        if (_at == bytes.Length)
        {
            return false;
        }

        var offset = _position.ByteOffset + (long)Next();
        _position = new(_position.Number + 1, _position.Line + (long)Next(), offset);
        if (bytes[_at++] == RecordPacker.IsRow)
        {
            Current = new(_position, ContactId: 0);
            return true;
        }

        var step = Next();
        _id += (step >> 1) ^ (0 - (step & 1));
        (Owner, Company) = ((int)Next(), (int)Next() - 1);
        Current = new(_position, _id);
        return true;
    }

    /// <summary>The row that was made of the current record, at its place in the file.</summary>
    public SellsyRow TakeRow() => rows[_row++].MovedTo(_position);

    private ulong Next()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next <= 0x7F)
            {
                return value;
            }
        }
    }
}
