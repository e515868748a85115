namespace Cadence.SellsyImport.Files;

/// <summary>
/// Enumerates rows one by one. Written by hand, because most rows are in memory: an iterator that the compiler makes costs each of them
/// more than taking it from there.
/// </summary>
internal sealed class RowEnumerator(ReadAheadBlocks blocks, RowReader rows, CancellationTokenSource? linked, CancellationToken cancellationToken)
    : IAsyncEnumerator<SellsyRow>
{
    private bool _isAtEnd;

    public SellsyRow Current { get; private set; } = null!;

    public ValueTask<bool> MoveNextAsync()
    {
        if (rows.Read() is not { } row)
        {
            return LoadAsync();
        }

        Current = row;
        return new(true);
    }

    public async ValueTask DisposeAsync()
    {
        _isAtEnd = true;
        rows.Dispose();
        await blocks.DisposeAsync().ConfigureAwait(false);
        linked?.Dispose();
    }

    private async ValueTask<bool> LoadAsync()
    {
        while (!_isAtEnd)
        {
            var (longRow, hasMore) = await rows.LoadAsync(cancellationToken).ConfigureAwait(false);
            _isAtEnd = !hasMore;
            if ((longRow ?? (hasMore ? rows.Read() : null)) is { } row)
            {
                Current = row;
                return true;
            }
        }

        return false;
    }
}
