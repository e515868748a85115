using System.Data.Common;
using Cadence.SellsyImport.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>A new context for each call: nothing that was read or written stays in memory.</summary>
/// <typeparam name="TContext">The host's context.</typeparam>
/// <param name="factory">Creates the contexts; null if the host registers none.</param>
/// <param name="scopes">Creates a scope for each context where there is no factory.</param>
internal sealed class NewContexts<TContext>(IDbContextFactory<TContext>? factory, IServiceScopeFactory scopes) : IContexts
    where TContext : DbContext
{
    // A program of the host may change the same rows at the same moment: then the batch is read and decided again.
    private const int Attempts = 3;

    public async Task<T> ReadAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await WithContextAsync(work, cancellationToken).ConfigureAwait(false);
    }

    public async Task<T> WriteAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The execution strategy of the provider decides what is tried again; each try has a context and a transaction of its own.
                return await WithContextAsync(
                    context => context.Database.CreateExecutionStrategy().ExecuteAsync(
                        token => WithContextAsync(one => InTransactionAsync(one, work, token), token), cancellationToken),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && IsConflict(exception))
            {
            }
        }
    }

    private static async Task<T> InTransactionAsync<T>(DbContext context, Func<DbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await WriteLock.TakeAsync(context, cancellationToken).ConfigureAwait(false);
        var result = await work(context).ConfigureAwait(false);

        // A cancelled commit would leave open whether it was done.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private static bool IsConflict(Exception exception) => exception is DbUpdateException or DbException { IsTransient: true };

    private async Task<T> WithContextAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        if (factory is not null)
        {
            await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            return await work(context).ConfigureAwait(false);
        }

        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TContext>()).ConfigureAwait(false);
    }
}
