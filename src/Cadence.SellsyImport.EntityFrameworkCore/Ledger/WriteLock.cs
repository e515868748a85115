using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>The only row of its table. In every relational database, the transaction that updates it first is the only writer until it commits.</summary>
internal sealed class WriteLock
{
    private const int OnlyId = 1;

    public int Id { get; set; }

    public long Writes { get; set; }

    /// <summary>Waits for other writers. Two that create the row at once collide on its key, and one of them tries again.</summary>
    public static async Task TakeAsync(DbContext context, CancellationToken cancellationToken)
    {
        var locked = await context.Set<WriteLock>()
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Writes, one => one.Writes + 1), cancellationToken).ConfigureAwait(false);
        if (locked == 0)
        {
            context.Add(new WriteLock { Id = OnlyId });
            await context.SaveAndForgetAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
