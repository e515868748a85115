using Cadence.SellsyImport.EntityFrameworkCore.Leads;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>Which entity of the host holds leads, and where its users are. Configured once, when the host registers the store.</summary>
/// <typeparam name="TContext">The host's context.</typeparam>
public sealed class StoreMap<TContext>
    where TContext : DbContext
{
    internal StoreMap()
    {
    }

    internal Func<IContexts, IEntitySink>? Sink { get; private set; }

    internal Func<TContext, IQueryable<CadenceUser>>? AllUsers { get; private set; }

    /// <summary>Maps leads to an entity, whose Sellsy id <c>modelBuilder.AddSellsyImport&lt;TEntity&gt;(…)</c> names.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="configure">
    /// Sets the map, <see cref="LeadMap{TContext, TEntity}.Write"/> and <see cref="LeadMap{TContext, TEntity}.Read"/> at least; called at once.
    /// </param>
    /// <returns>The same map.</returns>
    /// <exception cref="SellsyImportException">A mandatory part is missing: <see cref="ErrorCodes.MapIncomplete"/>.</exception>
    public StoreMap<TContext> Leads<TEntity>(Action<LeadMap<TContext, TEntity>> configure)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        var map = new LeadMap<TContext, TEntity>();
        configure(map);
        if (map.Write is null || map.Read is null)
        {
            throw new SellsyImportException(ErrorCodes.MapIncomplete, typeof(TEntity).Name, map.Write is null ? nameof(map.Write) : nameof(map.Read));
        }

        Sink = contexts => new EntitySink<TContext, TEntity>(contexts, map);
        return this;
    }

    /// <summary>
    /// Takes the users of Cadence, who own leads, from the context. Without it the host registers an <see cref="ICadenceUserProvider"/> or an
    /// <see cref="Owners.IOwnerResolver"/> itself.
    /// </summary>
    /// <param name="users">The query.</param>
    /// <returns>The same map.</returns>
    public StoreMap<TContext> Users(Func<TContext, IQueryable<CadenceUser>> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        AllUsers = users;
        return this;
    }
}
