using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>Reads short blocks on all cores, a few ahead of the one that is asked for.</summary>
internal sealed class BlocksAhead(IRecordExport export, ColumnSelection columns, PlainRecords plain, List<RowBlock> blocks, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<Task<ReadBlock>> _started = new();
    private readonly Stack<ReadBlock> _free = new();
    private int _next;

    /// <summary>Gives the next short block, which must be given back before the one after it is asked for.</summary>
    /// <param name="takes">Whether blocks that are started now take plain records.</param>
    public async Task<ReadBlock> NextAsync(bool takes)
    {
        for (; _next < blocks.Count && _started.Count <= Environment.ProcessorCount; _next++)
        {
            var block = blocks[_next];
            if (block.IsShort)
            {
                var reader = _free.TryPop(out var free) ? free : new(export, columns, plain.Copy());
                _started.Enqueue(Task.Run(() => reader.ReadAsync(block, takes, _stopping.Token), _stopping.Token));
            }
        }

        return await _started.Dequeue().ConfigureAwait(false);
    }

    public void GiveBack(ReadBlock block) => _free.Push(block);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var reading in _started)
        {
            await reading.ContinueWith(static ended => ended.Exception, TaskScheduler.Default).ConfigureAwait(false);
        }

        _stopping.Dispose();
    }
}
