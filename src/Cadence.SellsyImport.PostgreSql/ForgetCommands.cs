using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Removes a person, or old imports, from the ledger.</summary>
internal static class ForgetCommands
{
    public static async Task<List<ImportedRow>> RowsOfAsync(
        NpgsqlConnection connection, ForgetStatements statements, string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken)
    {
        var rows = new List<ImportedRow>();
        if (!StorableText.Is(sellsyContactId))
        {
            return rows;
        }

        await using var command = Of(connection, statements.Rows, Values.Text(sellsyContactId), Values.Text(sellsyAccount));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(new(reader.GetString(0), reader.GetInt64(1)));
        }

        return rows;
    }

    public static async Task<long> ForgetAsync(
        NpgsqlConnection connection, ForgetStatements statements, string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken)
    {
        var rows = await RowsOfAsync(connection, statements, sellsyAccount, sellsyContactId, cancellationToken).ConfigureAwait(false);
        foreach (var sql in StorableText.Is(sellsyContactId) ? (string[])[statements.Created, statements.Undone, statements.Changes] : [])
        {
            await using var command = Of(connection, sql, Values.Text(sellsyContactId), Values.Text(sellsyAccount));
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return rows.Count;
    }

    public static async Task<int> PurgeAsync(
        NpgsqlConnection connection, ForgetStatements statements, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var purge = Of(connection, statements.Purge, Values.Time(before));
        var purged = await purge.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await using var drop = Of(connection, statements.DropParts);
        await drop.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return purged;
    }

    public static async Task<bool> ReplacePlanAsync(
        NpgsqlConnection connection,
        ForgetStatements statements,
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken)
    {
        await using var command = Of(connection, statements.ReplacePlan, Values.Text(importId), Values.Bytes(plan), Values.Bytes(replacement));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    public static async Task<bool> ReplaceContentAsync(
        NpgsqlConnection connection,
        ForgetStatements statements,
        BatchRecord batch,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken)
    {
        await using var command = Of(
            connection,
            statements.ReplaceContent,
            Values.Text(batch.ImportId),
            Values.Number(batch.Number),
            Values.Text(EnumNames.Of(batch.Stage)),
            Values.Bytes(batch.Content),
            Values.Bytes(content));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    private static NpgsqlCommand Of(NpgsqlConnection connection, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
