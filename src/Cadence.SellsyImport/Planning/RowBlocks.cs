using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>Cuts the file into blocks of about the same length, at records before which nothing matters for those after them.</summary>
internal sealed class RowBlocks
{
    private const long BytesPerBlock = 2 << 20;
    private const long LongestShortBlock = 2 * BytesPerBlock;

    private readonly List<RowPosition> _starts = [];
    private long _next = BytesPerBlock;

    /// <summary>Looks at a record; they come in the order of the file.</summary>
    public void Pass(in CsvRecord record)
    {
        if (record.Position.ByteOffset >= _next && record.CanStartReading)
        {
            _starts.Add(record.Position);
            _next = record.Position.ByteOffset + BytesPerBlock;
        }
    }

    /// <summary>The blocks of the file, in order. The first is never short: from its rows it is learnt which owners give no issue.</summary>
    /// <param name="first">Where its first row stands.</param>
    /// <param name="length">The length of the file in bytes.</param>
    public List<RowBlock> Of(RowPosition first, long length)
    {
        var blocks = new List<RowBlock>(_starts.Count + 1);
        for (var i = 0; i <= _starts.Count; i++)
        {
            var start = i == 0 ? first : _starts[i - 1];
            var (endNumber, endOffset) = i < _starts.Count ? (_starts[i].Number, _starts[i].ByteOffset) : (long.MaxValue, length);
            blocks.Add(new(start, endNumber, i > 0 && endOffset - start.ByteOffset <= LongestShortBlock));
        }

        return blocks;
    }
}
