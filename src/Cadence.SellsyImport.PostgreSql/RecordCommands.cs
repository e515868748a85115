using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads and writes the batches of a ledger whose leads are elsewhere.</summary>
internal static class RecordCommands
{
    public static async Task<BatchRecord?> FindAsync(
        NpgsqlConnection connection,
        RecordStatements statements,
        string importId,
        int number,
        CancellationToken cancellationToken) =>
        (await ReadAsync(connection, statements, importId, number, number, cancellationToken).ConfigureAwait(false)) is [var record] ? record : null;

    public static async Task<BatchRecord?> FindNewestAsync(
        NpgsqlConnection connection,
        RecordStatements statements,
        string importId,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Newest, connection);
        command.Parameters.Add(Values.Text(importId));
        return (await ReadAsync(command, cancellationToken).ConfigureAwait(false)) is [var record] ? record : null;
    }

    public static async Task<ImmutableArray<BatchRecord>> ReadAsync(
        NpgsqlConnection connection,
        RecordStatements statements,
        string importId,
        int first,
        int last,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Read, connection);
        command.Parameters.Add(Values.Text(importId));
        command.Parameters.Add(Values.Number(first));
        command.Parameters.Add(Values.Number(last));
        return await ReadAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores a batch, if any, and renews the lease.</summary>
    public static async Task SetAsync(
        NpgsqlConnection connection,
        Statements statements,
        long import,
        BatchRecord? batch,
        ImportLease lease,
        CancellationToken cancellationToken)
    {
        await using var commands = new NpgsqlBatch(connection);
        if (batch is not null)
        {
            var set = new NpgsqlBatchCommand(statements.Records.Set);
            set.Parameters.Add(Values.Number(import));
            set.Parameters.Add(Values.Number(batch.Number));
            set.Parameters.Add(Values.Text(EnumNames.Of(batch.Stage)));
            set.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = batch.Content });
            commands.BatchCommands.Add(set);
        }

        if (batch is { Counts: { } counts, Next: { } next })
        {
            commands.BatchCommands.Add(BatchCommands.Count(statements.Ledger, import, counts));
            commands.BatchCommands.Add(BatchCommands.Advance(statements.Ledger, import, next, lease));
        }
        else
        {
            var renew = new NpgsqlBatchCommand(statements.Undo.Renew);
            renew.Parameters.Add(Values.Number(import));
            renew.Parameters.Add(Values.Time(lease.TakenAt));
            renew.Parameters.Add(Values.Time(lease.ExpiresAt));
            commands.BatchCommands.Add(renew);
        }

        await commands.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<BatchRecord>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var records = ImmutableArray.CreateBuilder<BatchRecord>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            records.Add(new(reader.GetString(0), reader.GetInt32(1), EnumNames.Parse<BatchStage>(reader.GetString(2)), reader.GetFieldValue<byte[]>(3)));
        }

        return records.DrainToImmutable();
    }
}
