namespace Cadence.SellsyImport.Files;

/// <summary>
/// Whole physical lines of the file as UTF-8, with the way back from a byte of the text to the byte of the file. One instance is filled
/// again and again.
/// </summary>
internal sealed class TextBlock
{
    private readonly List<TextSegment> _segments = [];
    private int _segment;
    private int _knownPosition;
    private long _knownOffset;
    private long _sourceEnd;

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>Whether the file ends with this block.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether more of the file can be had together with the start of this block.</summary>
    public bool CanGrow { get; private set; }

    /// <summary>Whether the text is the bytes of the file as they stand there.</summary>
    public bool IsSource { get; private set; }

    /// <summary>What is remarkable about the characters, by ascending position; at most a few for each line.</summary>
    public List<CharacterIssue> Flaws { get; } = [];

    public void Begin()
    {
        _segments.Clear();
        Flaws.Clear();
    }

    public void AddSegment(TextSegment segment)
    {
        if (_segments.Count == 0 || segment.UnitSize != 0 || _segments[^1].UnitSize != 0)
        {
            _segments.Add(segment);
        }
    }

    public void Complete(ReadOnlyMemory<byte> text, bool isLast, bool canGrow, long sourceEnd)
    {
        (Text, IsLast, CanGrow, _sourceEnd) = (text, isLast, canGrow, sourceEnd);
        (_segment, _knownPosition, _knownOffset) = (0, 0, _segments[0].SourceOffset);
        IsSource = _segments is [{ UnitSize: 0 }];
    }

    /// <summary>Puts the end of the block before in front. Both are the bytes of the file as they stand there.</summary>
    /// <param name="before">The block before.</param>
    /// <param name="start">The byte of that block from which on it is put in front.</param>
    /// <param name="bytes">The bytes of the file from there on, which hold all of this block.</param>
    public void Prepend(TextBlock before, int start, ReadOnlyMemory<byte> bytes)
    {
        var length = before.Text.Length - start;
        CharacterIssue[] later = [.. Flaws.Select(flaw => flaw with { Position = flaw.Position + length })];
        Flaws.Clear();
        Flaws.AddRange(before.Flaws.Where(flaw => flaw.Position >= start).Select(flaw => flaw with { Position = flaw.Position - start }));
        Flaws.AddRange(later);
        _segments[0] = new(0, before.SourceOffsetOf(start), 0);
        Complete(bytes[..(length + Text.Length)], IsLast, CanGrow, _sourceEnd);
    }

    /// <summary>The byte of the file for a byte of the text; cheap where it is asked in ascending order.</summary>
    public long SourceOffsetOf(int position)
    {
        if (IsSource)
        {
            return _segments[0].SourceOffset + position;
        }

        if (position < _knownPosition)
        {
            (_segment, _knownPosition, _knownOffset) = (0, 0, _segments[0].SourceOffset);
        }

        while (_segment + 1 < _segments.Count && _segments[_segment + 1].Position <= position)
        {
            var next = _segments[++_segment];
            (_knownPosition, _knownOffset) = (next.Position, next.SourceOffset);
        }

        var skipped = Text.Span[_knownPosition..position];
        _knownOffset += _segments[_segment].UnitSize switch
        {
            0 => skipped.Length,
            4 => 4L * Utf8Counting.Characters(skipped),
            var unitSize => (long)unitSize * Utf8Counting.CodeUnits(skipped),
        };
        _knownPosition = position;

        // A character that the end of the file cuts short counts as a whole one in the text.
        return Math.Min(_knownOffset, _sourceEnd);
    }
}
