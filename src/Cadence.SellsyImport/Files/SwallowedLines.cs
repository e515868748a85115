namespace Cadence.SellsyImport.Files;

/// <summary>
/// Tracks which lines a damaged quote swallowed: those up to the one that closes it. If the rows of these lines are read one by one, the
/// quote is followed line by line with them, so that no code looks ahead for its end.
/// </summary>
/// <param name="separator">The separator of the file.</param>
internal sealed class SwallowedLines(byte separator)
{
    private const byte Quote = (byte)'"';

    private int _followedTo;

    /// <summary>Whether a quote is open, as far as it was followed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>A quote is open at the start of a line.</summary>
    /// <param name="start">The byte of the block at which the line starts.</param>
    public void Open(int start) => (IsOpen, _followedTo) = (true, start);

    /// <summary>No quote is open any more.</summary>
    public void Close() => IsOpen = false;

    /// <summary>Whether the quote is still open at a place, up to which it is followed.</summary>
    /// <param name="text">The text of the block.</param>
    /// <param name="position">The place; the start of a line, not before the last one that was asked for.</param>
    public bool Contains(ReadOnlySpan<byte> text, int position)
    {
        while (IsOpen && _followedTo < position)
        {
            var line = text[_followedTo..];
            var end = LineEnds.IndexOfFirst(line);
            end = end < 0 ? line.Length : end;
            IsOpen = StaysOpen(line[..end]);
            _followedTo += end + LineEnds.LengthAtStart(line[end..]);
        }

        return IsOpen;
    }

    /// <summary>The next block starts at a place of this one.</summary>
    public void MoveTo(ReadOnlySpan<byte> text, int position)
    {
        Contains(text, position);
        _followedTo -= Math.Min(_followedTo, position);
    }

    /// <summary>Whether a quote that is open before a line is open behind it, as CsvHelper reads it.</summary>
    private bool StaysOpen(ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var quote = line.IndexOf(Quote);
            if (quote < 0)
            {
                return true;
            }

            line = line[(quote + 1)..];
            if (line is [Quote, ..])
            {
                line = line[1..];
                continue;
            }

            do
            {
                var end = line.IndexOf(separator);
                if (end < 0)
                {
                    return false;
                }

                line = line[(end + 1)..];
            }
            while (line is not [Quote, ..]);

            line = line[1..];
        }
    }
}
