using Cadence.SellsyImport.EntityFrameworkCore;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cadence.SellsyImport;

/// <summary>Makes the database of a host, as its own context of Entity Framework Core knows it, the store of an import.</summary>
public static class SellsyImportBuilderEntityFrameworkCoreExtensions
{
    /// <summary>Stores leads as entities of the host, and the ledger in tables of the same context.</summary>
    /// <remarks>
    /// Registers <see cref="ILeadSink"/> and, if the map has users, <see cref="ICadenceUserProvider"/>, each only where the host has not registered its own. Calling it
    /// twice changes nothing: the first map counts. The host registers the context, with <c>AddDbContextFactory</c> or <c>AddDbContext</c>, before or after. Each batch
    /// has a new context and one transaction, within the execution strategy of the provider.
    /// </remarks>
    /// <typeparam name="TContext">The host's context, whose model has <c>AddSellsyImport</c>.</typeparam>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the map; called at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The map has no leads: <see cref="ErrorCodes.MapIncomplete"/>.</exception>
    public static SellsyImportBuilder UseEntityFrameworkCore<TContext>(this SellsyImportBuilder builder, Action<StoreMap<TContext>> configure)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var map = new StoreMap<TContext>();
        configure(map);
        var sink = map.Sink ?? throw new SellsyImportException(ErrorCodes.MapIncomplete, typeof(TContext).Name, nameof(map.Leads));

        builder.Services.ConfigureDbContext<TContext>(options => options.UseSellsyImport());
        builder.Services.TryAddTransient<ILeadSink>(services => new EntityStore(
            ContextsOf<TContext>(services), sink, services.GetService<TimeProvider>() ?? TimeProvider.System));
        if (map.AllUsers is { } users)
        {
            builder.Services.TryAddTransient<ICadenceUserProvider>(services => new EntityUsers<TContext>(ContextsOf<TContext>(services), users));
        }

        return builder;
    }

    private static NewContexts<TContext> ContextsOf<TContext>(IServiceProvider services)
        where TContext : DbContext =>
        new(services.GetService<IDbContextFactory<TContext>>(), services.GetRequiredService<IServiceScopeFactory>());
}
