using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Runs one write call as one transaction that holds the <see cref="SchemaWriteLock"/>. If the answer to a COMMIT is lost, the result is looked up,
/// and the COMMIT is never sent again. The look-up uses a new connection, which gets the lock only when the first transaction has ended.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="work">What is written.</param>
/// <param name="look">Looks up whether it is stored already.</param>
internal sealed class WriteTransaction<T>(
    PostgreSqlDatabase database,
    Func<NpgsqlConnection, Task<T>> work,
    Func<NpgsqlConnection, Task<Found<T>>> look)
{
    private bool _isCommitAsked;

    public async ValueTask<T> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.RunAsync(connection => WriteAsync(connection, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (_isCommitAsked)
        {
            var found = await LookAsync().ConfigureAwait(false);
            database.Log.CommitLookedUp((exception as SellsyImportException)?.Code ?? exception.GetType().FullName!, found.IsStored);
            if (!found.IsStored)
            {
                throw;
            }

            return found.Value!;
        }
    }

    private async Task<T> WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await SchemaWriteLock.TakeAsync(connection, database.Statements, database.Log, cancellationToken).ConfigureAwait(false);
        var result = await work(connection).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _isCommitAsked = true;
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private async Task<Found<T>> LookAsync()
    {
        try
        {
            return await database.RunAsync(LookAsync, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SellsyImportException or NpgsqlException)
        {
            // The ledger cannot be read either. A failure here must not hide the original exception. The caller may repeat the call.
            return default;
        }
    }

    private async Task<Found<T>> LookAsync(NpgsqlConnection connection)
    {
        await using var transaction = await SchemaWriteLock.TakeAsync(connection, database.Statements, database.Log, CancellationToken.None).ConfigureAwait(false);
        return await look(connection).ConfigureAwait(false);
    }
}
