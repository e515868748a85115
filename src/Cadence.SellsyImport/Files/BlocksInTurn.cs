namespace Cadence.SellsyImport.Files;

/// <summary>
/// The blocks of one reading. Of a long file of UTF-8 the next block is read and checked on another thread while the rows of one are taken;
/// where anything about it is unusual, it is read again in its turn.
/// </summary>
/// <param name="first">Reads the blocks.</param>
/// <param name="second">Takes turns with the first where blocks are read ahead; else none.</param>
internal sealed class BlocksInTurn(BlockReader first, BlockReader? second) : IAsyncDisposable
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
        // The window moves on under the block, so that nothing can go on from its end any more.
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

    /// <summary>Waits for what is read ahead and tells whether there is any. What is unusual, reading in turn meets again in its place.</summary>
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
