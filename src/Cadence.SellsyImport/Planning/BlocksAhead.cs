using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>Reads short blocks on several cores, a few ahead of the one that is asked for.</summary>
internal sealed class BlocksAhead(IRecordExport export, ColumnSelection columns, PlainRecords plain, List<RowBlock> blocks, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<(int Block, Task<ReadBlock> Reading)> _started = new();
    private readonly Stack<ReadBlock> _free = new();
    private readonly int _most = export.CanReadInParallel && Readers.Most > 1 ? Readers.Most : 0;
    private int _next;

    /// <summary>Gives the rows and records of a block, which must be given back before the one after it is asked for.</summary>
    /// <param name="block">The index of the block, each in its turn.</param>
    /// <param name="takes">Whether plain records are taken in blocks that are started now, or rows made of all.</param>
    /// <returns>What was read, or none for a block that is not read here: it is long, or its records are known.</returns>
    public async ValueTask<ReadBlock?> ReadAsync(int block, bool takes)
    {
        for (; _next < blocks.Count && _next <= block + _most; _next++)
        {
            var next = blocks[_next];
            if (next.IsShort && !(takes && next.Records is not null))
            {
                var reader = _free.TryPop(out var free) ? free : new(export, columns, plain.Copy());
                _started.Enqueue((_next, Task.Run(() => reader.ReadAsync(next, takes, _stopping.Token), _stopping.Token)));
            }
        }

        return _started.TryPeek(out var first) && first.Block == block ? await _started.Dequeue().Reading.ConfigureAwait(false) : null;
    }

    public void GiveBack(ReadBlock block) => _free.Push(block);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var (_, reading) in _started)
        {
            await reading.ContinueWith(static ended => ended.Exception, TaskScheduler.Default).ConfigureAwait(false);
        }

        _stopping.Dispose();
    }
}
