using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>
/// How leads become entities of the host, and entities leads. Within one import their calls do not overlap, but several imports may call them at once; they keep
/// nothing between calls.
/// </summary>
/// <typeparam name="TContext">The host's context.</typeparam>
/// <typeparam name="TEntity">The host's entity.</typeparam>
public sealed class LeadMap<TContext, TEntity>
    where TContext : DbContext
    where TEntity : class
{
    internal LeadMap()
    {
    }

    /// <summary>
    /// Creates an entity for a new lead. <see cref="Write"/> fills it afterwards; the property with the Sellsy id is set already then.
    /// </summary>
    /// <value>Default: the constructor without parameters, which need not be public.</value>
    public Func<TEntity> Create { get; set; } = static () => (TEntity)Activator.CreateInstance(typeof(TEntity), nonPublic: true)!;

    /// <summary>
    /// Writes the values of a lead and its owner to an entity, a new one or one that is there. It sets every property that <see cref="Read"/> reads, also
    /// to <see langword="null"/>, and neither the Sellsy id nor the version. The context is the one of the transaction: entities that it tracks, such as those that
    /// <see cref="PrepareAsync"/> loaded, can be referred to. It must not save.
    /// </summary>
    /// <value>Mandatory.</value>
    public Action<TEntity, LeadEntry, TContext>? Write { get; set; }

    /// <summary>
    /// Reads an entity as a lead with its owner. A value that the entity does not keep stays empty. Only <see cref="CadenceUser.Id"/> of the owner decides; names
    /// are shown. The entity is not tracked.
    /// </summary>
    /// <value>Mandatory.</value>
    public Func<TEntity, (Lead Lead, CadenceUser Owner)>? Read { get; set; }

    /// <summary>Changes the query of entities: <c>Include(…)</c> for related data that <see cref="Read"/> or <see cref="Write"/> needs.</summary>
    /// <value>Default: all entities that the model's query filters let pass, with what they own.</value>
    public Func<IQueryable<TEntity>, IQueryable<TEntity>> Query { get; set; } = static entities => entities;

    /// <summary>
    /// Called once for each batch, before <see cref="Write"/> is called for its leads: loads what those need, such as companies, into the context. It must not
    /// save, and may be called again for the same batch.
    /// </summary>
    /// <value>Default: does nothing.</value>
    public Func<TContext, ImmutableArray<LeadEntry>, CancellationToken, Task> PrepareAsync { get; set; } = static (_, _, _) => Task.CompletedTask;

    /// <summary>The names of the cadences that are running for a lead. An undo keeps a lead in a running cadence.</summary>
    /// <value>Default: null, for a host without cadences.</value>
    public Func<TEntity, IEnumerable<string>>? RunningCadences { get; set; }
}
