using System.Data;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Writes a batch and its ledger entry in one transaction: by COPY to a staging table, then by one statement.</summary>
internal sealed class BatchWriter(NpgsqlConnection connection, Statements statements, LeadBatch batch)
{
    private const int BytesAtOnce = 256 * 1024;

    /// <summary>Whether the server was asked to commit, so that a failure does not tell whether the batch is stored.</summary>
    public bool IsCommitAsked { get; private set; }

    /// <returns>What became of each entry, one byte each; those of the first time where the batch was stored already.</returns>
    public async Task<byte[]> WriteAsync(CancellationToken cancellationToken)
    {
        // Each statement has to see what was committed until it starts, whatever the server's default is.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            .ConfigureAwait(false);
        await CopyAsync(cancellationToken).ConfigureAwait(false);
        var outcomes = await StoreAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        IsCommitAsked = true;
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return outcomes;
    }

    private async Task CopyAsync(CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(StagingTable.Create, connection))
        {
            await create.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        var stream = await connection.BeginRawBinaryCopyAsync(StagingTable.Copy, cancellationToken).ConfigureAwait(false);
        try
        {
            await CopyAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(stream).ConfigureAwait(false);
            throw;
        }

        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CopyAsync(NpgsqlRawCopyStream stream, CancellationToken cancellationToken)
    {
        var copy = new LeadCopy();
        for (var i = 0; i < batch.Entries.Length; i++)
        {
            copy.Add(i, batch.Entries[i]);
            if (copy.Length >= BytesAtOnce)
            {
                await stream.WriteAsync(copy.Written, cancellationToken).ConfigureAwait(false);
                copy.Clear();
            }
        }

        copy.End();
        await stream.WriteAsync(copy.Written, cancellationToken).ConfigureAwait(false);
    }

    private static async Task AbandonAsync(NpgsqlRawCopyStream stream)
    {
        try
        {
            await stream.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is NpgsqlException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection is lost; what broke the copy tells more than that it cannot be told off.
        }
    }

    private async Task<byte[]> StoreAsync(CancellationToken cancellationToken)
    {
        await using var commands = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(statements.SetLockTimeout),
                new(statements.TakeTurn),
                LedgerCommands.EnsureImport(statements, batch.Import),
                AddBatch(),
            },
        };
        await using var reader = await commands.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return reader.GetFieldValue<byte[]>(0);
    }

    private NpgsqlBatchCommand AddBatch()
    {
        var owners = new UserRows(nameof(IOwnerResolver));
        foreach (var entry in batch.Entries)
        {
            owners.Add(entry.Owner, entry.Row);
        }

        var command = new NpgsqlBatchCommand(statements.AddBatch);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = batch.Import.ImportId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = batch.Number });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = batch.Entries.IsEmpty ? null : batch.Entries[0].Row });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = batch.Entries.IsEmpty ? null : batch.Entries[^1].Row });
        command.Parameters.AddRange(owners.Parameters());
        return command;
    }
}
