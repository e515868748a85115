using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The ledger: the imports and their batches.</summary>
internal static class LedgerCommands
{
    public static NpgsqlBatchCommand EnsureImport(Statements statements, ImportInfo import)
    {
        var command = new NpgsqlBatchCommand(statements.EnsureImport);
        command.Parameters.Add(Text(import.ImportId));
        command.Parameters.Add(Text(import.FileName));
        command.Parameters.Add(Text(import.FileHash));
        command.Parameters.Add(Text(import.MappingHash));
        command.Parameters.Add(Time(import.StartedAt));
        command.Parameters.Add(Text(import.StartedBy));
        return command;
    }

    public static async Task<int> StartAsync(
        NpgsqlConnection connection,
        Statements statements,
        ImportInfo import,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EnsureImport(statements, import) } };
        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<int> FinishAsync(
        NpgsqlConnection connection,
        Statements statements,
        ImportInfo import,
        ImportCounts counts,
        DateTimeOffset finishedAt,
        CancellationToken cancellationToken)
    {
        var finish = new NpgsqlBatchCommand(statements.FinishImport);
        finish.Parameters.Add(Text(import.ImportId));
        finish.Parameters.Add(Time(finishedAt));
        long[] numbers = [counts.Read, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Errors];
        foreach (var count in numbers)
        {
            finish.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        }

        // The statements of a batch outside a transaction are one transaction.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EnsureImport(statements, import), finish } };
        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What became of the entries of a batch that was stored, one byte each; none where it was not. A transaction that still stores it is
    /// waited for, because it may belong to a connection that was lost.
    /// </summary>
    public static async Task<byte[]?> FindBatchAsync(
        NpgsqlConnection connection,
        Statements statements,
        LeadBatch batch,
        CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            .ConfigureAwait(false);
        await using (var turn = new NpgsqlCommand(statements.Lock, connection))
        {
            await turn.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await using var command = new NpgsqlCommand(statements.FindBatch, connection);
        command.Parameters.Add(Text(batch.Import.ImportId));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = batch.Number });
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static NpgsqlParameter<string?> Text(string? text) => new() { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<DateTime> Time(DateTimeOffset time) =>
        new() { TypedValue = time.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
