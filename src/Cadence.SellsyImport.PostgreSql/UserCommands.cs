using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

internal static class UserCommands
{
    public static async Task<IReadOnlyList<CadenceUser>> AllAsync(
        NpgsqlConnection connection,
        Statements statements,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.AllUsers, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var users = new List<CadenceUser>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            users.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2))
            {
                Email = reader.TextOrNull(3),
                SellsyId = reader.TextOrNull(4),
                IsActive = reader.GetBoolean(5),
                SellsyIds = LeadJsonReader.SellsyIds(reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6)),
            });
        }

        return users;
    }

    /// <summary>Adds or changes users; the last one with an id counts.</summary>
    public static async Task<int> SetAsync(
        NpgsqlConnection connection,
        Statements statements,
        IReadOnlyList<CadenceUser> users,
        CancellationToken cancellationToken)
    {
        var rows = new UserRows(nameof(ICadenceUserProvider));
        for (var i = users.Count - 1; i >= 0; i--)
        {
            rows.Add(users[i], i + 1);
        }

        await using var command = new NpgsqlCommand(statements.SetUsers, connection);
        command.Parameters.AddRange(rows.Parameters());
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Two statements: one adds the users that are absent, the other locks all of them against removal until the commit, and counts them.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Ensure(LeadStatements statements, UserRows users)
    {
        var add = new NpgsqlBatchCommand(statements.AddOwners);
        add.Parameters.AddRange(users.Parameters());
        var keep = new NpgsqlBatchCommand(statements.KeepOwners);
        keep.Parameters.Add(users.Parameters()[0]);
        return [add, keep];
    }

    /// <summary>Repeats this if another program removed a user between the two statements.</summary>
    public static async Task EnsureAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        UserRows users,
        CancellationToken cancellationToken)
    {
        long kept;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var batch = new NpgsqlBatch(connection);
            foreach (var command in Ensure(statements, users))
            {
                batch.BatchCommands.Add(command);
            }

            kept = (long)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
        while (kept != users.Count);
    }
}
