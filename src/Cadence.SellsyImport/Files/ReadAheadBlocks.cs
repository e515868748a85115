namespace Cadence.SellsyImport.Files;

/// <summary>
/// The blocks of one reading. In a long UTF-8 file, another thread reads and checks the next block while the rows of the current one are
/// consumed. If anything in that block is unusual, it is discarded and read again in sequence.
/// </summary>
/// <param name="first">Reads the blocks.</param>
/// <param name="second">Alternates with the first if blocks are read ahead; otherwise null.</param>
internal sealed class ReadAheadBlocks(BlockReader first, BlockReader? second) : IAsyncDisposable
{
    private BlockReader _current = first;
    private BlockReader? _other = second;
    private Task? _ahead;
    private CancellationTokenSource? _stopping;
    private bool _isFirst = true;

    /// <inheritdoc cref="BlockReader.WindowSize"/>
    public int WindowSize => _current.WindowSize;

    /// <inheritdoc cref="BlockReader.IsWholeUtf8"/>
    public bool IsWholeUtf8 => _current.IsWholeUtf8;

    /// <inheritdoc cref="BlockReader.HasOneEncoding"/>
    public bool HasOneEncoding => _current.HasOneEncoding;

    /// <inheritdoc cref="BlockReader.ReadAsync"/>
    public async ValueTask<TextBlock> ReadAsync(long offset, int atLeastBytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isAhead = await IsAheadAsync().ConfigureAwait(false) && atLeastBytes == 0 && _other!.TryGoOn(_current, offset);
        if (isAhead)
        {
            (_current, _other) = (_other!, _current);
        }

        var block = isAhead ? _current.Block : await _current.ReadAsync(offset, atLeastBytes, cancellationToken).ConfigureAwait(false);
        if (!_current.IsWholeUtf8)
        {
            StopReadingAhead();
        }
        else if (_other is { } other && !_isFirst && !block.IsLast)
        {
            var next = block.SourceOffsetOf(block.Text.Length);
            _stopping ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var stop = _stopping.Token;
            _ahead = Task.Run(() => other.ReadAsync(next, 0, stop).AsTask(), CancellationToken.None);
        }

        _isFirst = false;
        return block;
    }

    /// <inheritdoc cref="BlockReader.SkipLineAsync"/>
    public async ValueTask<(long End, long Next)> SkipLineAsync(long offset, CancellationToken cancellationToken)
    {
        // The window moves past the block, so the next block cannot continue from its end.
        await IsAheadAsync().ConfigureAwait(false);
        return await _current.SkipLineAsync(offset, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await (_stopping?.CancelAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        await IsAheadAsync().ConfigureAwait(false);
        StopReadingAhead();
        _current.Dispose();
        _stopping?.Dispose();
    }

    /// <summary>Waits for the block that is read ahead. Returns true if it is usable; an unusual block is read again in sequence.</summary>
    private async ValueTask<bool> IsAheadAsync()
    {
        if (_ahead is not { } ahead)
        {
            return false;
        }

        _ahead = null;
        await ahead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ahead.IsCompletedSuccessfully && _other!.IsWholeUtf8)
        {
            return true;
        }

        StopReadingAhead();
        return false;
    }

    private void StopReadingAhead()
    {
        _other?.Dispose();
        _other = null;
    }
}
