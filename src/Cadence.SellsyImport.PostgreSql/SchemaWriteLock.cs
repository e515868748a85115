using System.Data;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// A transaction that has its turn: one at a time writes to a schema. Who waits in vain ends a writer that the server has heard nothing of
/// for as long, because it was stopped or its machine vanished: the server would keep its session, and with it the turn, for hours.
/// </summary>
internal static class SchemaWriteLock
{
    /// <summary>A writer that prepares its next statement is no silent one, however impatient the other is.</summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromSeconds(1);

    public static async Task<NpgsqlTransaction> TakeAsync(NpgsqlConnection connection, Statements statements, CancellationToken cancellationToken)
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

            return await WaitAsync(connection, statements.LockAfterEnding, statements.TimeToEnd, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<NpgsqlTransaction> WaitAsync(
        NpgsqlConnection connection, string sql, TimeSpan patience, CancellationToken cancellationToken)
    {
        // Each statement has to see what was committed until it starts, whatever the server's default is.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        try
        {
            await using var wait = new NpgsqlCommand(sql, connection);
            if (wait.CommandTimeout > 0)
            {
                // The wait is the server's to end: a command's time is for a server that does not answer.
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
