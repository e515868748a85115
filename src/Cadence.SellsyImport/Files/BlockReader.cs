using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>Reads the file as blocks of whole physical lines of UTF-8, whatever its encoding is.</summary>
internal sealed class BlockReader : IDisposable
{
    private const int Slack = 64 * 1024;

    /// <summary>How far before its end the rows of a block may stop, so that the next one can still continue from there.</summary>
    public const int MostReadAgain = 32 * 1024;

    private readonly SourceWindow _window;
    private readonly TextEncoding _declared;
    private readonly EncodingFinding _encoding;
    private readonly EncodingChanges _changes;
    private readonly TextBlock _block = new();
    private readonly int _largestWindow;
    private byte[] _text = [];
    private bool _consumedAll;

    public BlockReader(SourceWindow window, EncodingFinding encoding, int maxRecordBytes)
    {
        _encoding = encoding;
        _window = window;
        _declared = encoding.Encoding;
        _changes = new(_declared);
        _largestWindow = (int)Math.Min(SourceWindow.MostCapacity, (maxRecordBytes + (long)Slack) * _declared.UnitSize);
    }

    /// <summary>Reads the lines from a place of the file on. The block is the same instance each time, and valid until the next call.</summary>
    /// <param name="offset">The byte of the file; the start of a line.</param>
    /// <param name="atLeastBytes">How much of the file is wanted in the block, where the file has as much.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async ValueTask<TextBlock> ReadAsync(long offset, int atLeastBytes, CancellationToken cancellationToken)
    {
        _window.MoveTo(offset);
        _window.Grow(Math.Min(atLeastBytes, _largestWindow));
        while (true)
        {
            await _window.FillAsync(cancellationToken).ConfigureAwait(false);
            if (TryDecode())
            {
                return _block;
            }

            _window.Grow((int)Math.Min(2L * _window.Capacity, _largestWindow));
        }
    }

    /// <summary>The block that was read last.</summary>
    public TextBlock Block => _block;

    /// <summary>
    /// Puts the end of the block before this one in front of it, as if reading had started there. Both are whole UTF-8, and this one was read
    /// from where that one ends.
    /// </summary>
    /// <param name="before">The reader of the block before.</param>
    /// <param name="offset">The byte of the file to start from.</param>
    /// <returns>Whether it was done; not where the offset lies elsewhere or too far back.</returns>
    public bool TryGoOn(BlockReader before, long offset)
    {
        var start = offset - before._block.SourceOffsetOf(0);
        if (start < 0 || start > before._block.Text.Length || !_window.TryPrepend(before._block.Text.Span[(int)start..]))
        {
            return false;
        }

        _block.Prepend(before._block, (int)start, _window.Bytes);
        return true;
    }

    /// <summary>The bytes of the file that are in memory.</summary>
    public int WindowSize => _window.Capacity;

    /// <summary>Whether the file and all of the block are UTF-8, and so were the lines before it.</summary>
    public bool IsWholeUtf8 => _declared == TextEncoding.Utf8 && _block.IsSource && _changes.StaysUtf8;

    /// <summary>Whether all lines of the block and those before it are in the encoding of the file.</summary>
    public bool HasOneEncoding => _declared == TextEncoding.Utf8 ? IsWholeUtf8 : _changes.AreNone;

    /// <summary>Moves to the end of a line that is too long to be kept.</summary>
    /// <param name="offset">The start of the line.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Where its text ends, and where the next line starts.</returns>
    public async ValueTask<(long End, long Next)> SkipLineAsync(long offset, CancellationToken cancellationToken)
    {
        while (true)
        {
            _window.MoveTo(offset);
            await _window.FillAsync(cancellationToken).ConfigureAwait(false);
            var bytes = _window.Bytes.Span;
            var (end, length) = SourceLineEnd.Find(bytes, _declared);
            if (end >= 0 && (end + length < bytes.Length || _window.IsAtEnd))
            {
                return (offset + end, offset + end + length);
            }

            if (_window.IsAtEnd)
            {
                return (offset + bytes.Length, offset + bytes.Length);
            }

            // Stays before a carriage return at the very end, which a line feed may follow.
            offset += end >= 0 ? end : bytes.Length - (bytes.Length % _declared.UnitSize);
        }
    }

    public void Dispose()
    {
        _window.Dispose();
        if (_text.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_text);
            _text = [];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryDecode()
    {
        _block.Begin();
        _changes.ReturnTo(_window.Offset);
        var canGrow = !_window.IsAtEnd && _window.Capacity < _largestWindow;
        var text = _declared.UnitSize == 1 ? DecodeLines(canGrow) : DecodeUnits(canGrow);
        if (text.IsEmpty && !_window.IsAtEnd)
        {
            return false;
        }

        CharacterIssueScanner.Scan(text.Span, _block);
        _block.Complete(text, _window.IsAtEnd && _consumedAll, canGrow, _window.Offset + _window.Bytes.Length);
        return true;
    }

    private ReadOnlyMemory<byte> DecodeLines(bool canGrow)
    {
        var source = _window.Bytes;
        var usable = _window.IsAtEnd ? source.Length : LineEnds.LengthOfWholeLines(source.Span);
        usable = usable == 0 && !canGrow ? source.Length : usable;
        _consumedAll = usable == source.Length;
        source = source[..usable];
        if (_declared == TextEncoding.Utf8 && _changes.StaysUtf8 ? Utf8.IsValid(source.Span) : Ascii.IsValid(source.Span))
        {
            _block.AddSegment(new(0, _window.Offset, 0));
            return source;
        }

        EnsureText((int)Math.Min(Array.MaxLength, (long)usable * SingleByteText.MaxExpansion));
        var written = new LineDecoder(_encoding, _changes, _block).Decode(source.Span, _window.Offset, _text);
        return _text.AsMemory(0, written);
    }

    private ReadOnlyMemory<byte> DecodeUnits(bool canGrow)
    {
        var source = _window.Bytes;
        EnsureText((int)Math.Min(Array.MaxLength, (source.Length * 3L / 2) + 8));
        _block.AddSegment(new(0, _window.Offset, _declared.UnitSize == 2 ? 2 : 4));
        var written = UnitDecoder.Decode(source.Span, _declared, _window.IsAtEnd, _window.Offset, _text, _block);
        var usable = _window.IsAtEnd ? written : LineEnds.LengthOfWholeLines(_text.AsSpan(0, written));
        usable = usable == 0 && !canGrow ? written : usable;
        _consumedAll = usable == written;
        return _text.AsMemory(0, usable);
    }

    private void EnsureText(int length)
    {
        if (_text.Length < length)
        {
            if (_text.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_text);
            }

            _text = ArrayPool<byte>.Shared.Rent(length);
        }
    }
}
