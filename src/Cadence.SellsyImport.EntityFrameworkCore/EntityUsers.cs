using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>The users that a query of the host gives.</summary>
internal sealed class EntityUsers<TContext>(IContexts contexts, Func<TContext, IQueryable<CadenceUser>> users) : ICadenceUserProvider
    where TContext : DbContext
{
    public async ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) =>
        await contexts.ReadAsync(context => users((TContext)context).ToListAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
}
