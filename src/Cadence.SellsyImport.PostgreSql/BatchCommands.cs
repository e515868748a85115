using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads and writes the ledger entries of batches.</summary>
internal static class BatchCommands
{
    private const short ColumnsOfChange = 8;

    public static async Task<byte[]?> OutcomesAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        long import,
        int number,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Outcomes, connection);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Number(number));
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The lead as it was and as it is now, for each lead that a batch changed.</summary>
    public static async Task AddChangesAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        long import,
        int number,
        List<LeadToWrite> changed,
        CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        using var buffer = new CopyBuffer();
        await CopyCommand.RunAsync(connection, statements.AddChanges, buffer, changed, Write, cancellationToken).ConfigureAwait(false);

        void Write(LeadToWrite lead)
        {
            buffer.StartRow(ColumnsOfChange);
            buffer.Number(import);
            buffer.Number(number);
            buffer.Number(lead.Row);
            buffer.Number(lead.There!.Id);
            buffer.Text(lead.Lead.SellsyContactId);
            if (lead.There.OwnCompany is { } company)
            {
                buffer.Number(company);
            }
            else
            {
                buffer.Null();
            }

            buffer.Text(LeadSnapshot.ToJson(lead.Before!));
            buffer.Text(LeadSnapshot.ToJson(new(lead.Lead, lead.Owner, lead.NewVersion)));
        }
    }

    /// <summary>Writes the batch, the counts of its import, and the position where the import continues.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        BatchRow batch,
        CancellationToken cancellationToken)
    {
        await using var commands = new NpgsqlBatch(connection) { BatchCommands = { Add(statements, batch), Count(statements, batch.Import, batch.Counts) } };
        if (batch.Ledger is { } ledger)
        {
            commands.BatchCommands.Add(Advance(statements, batch.Import, ledger.Next, batch.Lease!));
        }

        await commands.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<List<StoredBatch>> AllAsync(
        NpgsqlConnection connection,
        LedgerStatements statements,
        string importId,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Batches, connection);
        command.Parameters.Add(Values.Text(importId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var batches = new List<StoredBatch>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var refused = Refused(reader.GetFieldValue<long[]>(3), reader.GetFieldValue<byte[]>(4));
            batches.Add(new(reader.GetInt32(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), refused));
        }

        return batches;
    }

    private static ImmutableArray<RefusedRow> Refused(long[] rows, byte[] outcomes)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedRow>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            refused.Add(new(rows[i], (LeadEntryOutcome)outcomes[i]));
        }

        return refused.MoveToImmutable();
    }

    private static NpgsqlBatchCommand Add(LedgerStatements statements, BatchRow batch)
    {
        var command = new NpgsqlBatchCommand(statements.AddBatch);
        var refused = batch.Refused;
        command.Parameters.Add(Values.Number(batch.Import));
        command.Parameters.Add(Values.Number(batch.Leads.Number));
        command.Parameters.Add(Values.Number(batch.FirstRow));
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = batch.Ledger?.RowOutcomes ?? default });
        command.Parameters.Add(Values.Numbers(refused.Select(row => row.Row)));
        command.Parameters.Add(Values.Bytes([.. refused.Select(row => (byte)row.Outcome)]));
        command.Parameters.Add(Values.Bytes(batch.Outcomes()));
        command.Parameters.Add(Values.Numbers(batch.Created.Select(lead => lead.Row)));
        command.Parameters.Add(Values.Texts(batch.Created.Select(lead => lead.Lead.SellsyContactId)));
        return command;
    }

    public static NpgsqlBatchCommand Count(LedgerStatements statements, long import, ImportCounts counts)
    {
        var command = new NpgsqlBatchCommand(statements.Count);
        long[] numbers =
        [
            import, counts.Read, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Errors,
        ];
        foreach (var number in numbers)
        {
            command.Parameters.Add(Values.Number(number));
        }

        return command;
    }

    public static NpgsqlBatchCommand Advance(LedgerStatements statements, long import, RowPosition next, ImportLease lease)
    {
        var command = new NpgsqlBatchCommand(statements.Advance);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Time(lease.TakenAt));
        command.Parameters.Add(Values.Time(lease.ExpiresAt));
        command.Parameters.Add(Values.Number(next.Number));
        command.Parameters.Add(Values.Number(next.Line));
        command.Parameters.Add(Values.Number(next.ByteOffset));
        return command;
    }
}
