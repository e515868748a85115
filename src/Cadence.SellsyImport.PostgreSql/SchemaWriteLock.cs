using System.Data;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Starts a transaction that holds the write lock of a schema: one at a time writes to it. If the lock is not granted in time, terminates the
/// session that holds it, provided it was idle for the whole wait. The server could keep the session of a stopped process or a failed machine,
/// and with it the lock, for hours.
/// </summary>
internal static class SchemaWriteLock
{
    /// <summary>The least idle time of a session to terminate, however short the lock timeout: a writer needs time to prepare its next statement.</summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromSeconds(1);

    public static async Task<NpgsqlTransaction> TakeAsync(
        NpgsqlConnection connection, Statements statements, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            return await WaitAsync(connection, statements.Lock, statements.LockTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            if (!await EndSilentWriterAsync(connection, statements, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            log.SilentWriterTerminated(statements.SchemaName);
            return await WaitAsync(connection, statements.LockAfterEnding, statements.TimeToEnd, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<NpgsqlTransaction> WaitAsync(
        NpgsqlConnection connection, string sql, TimeSpan patience, CancellationToken cancellationToken)
    {
        // Each statement must see what was committed before it starts, whatever the server's default is.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        try
        {
            await using var wait = new NpgsqlCommand(sql, connection);
            if (wait.CommandTimeout > 0)
            {
                // The server ends the wait. The command timeout is only for a server that does not answer.
                wait.CommandTimeout += (int)Math.Ceiling(patience.TotalSeconds);
            }

            await wait.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<bool> EndSilentWriterAsync(NpgsqlConnection connection, Statements statements, CancellationToken cancellationToken)
    {
        await using var end = new NpgsqlCommand(statements.EndSilentWriter, connection);
        var silence = statements.LockTimeout > LeastSilence ? statements.LockTimeout : LeastSilence;
        end.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = silence });
        return (long)(await end.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! > 0;
    }
}
