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
            users.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)) { Email = reader.TextOrNull(3), SellsyId = reader.TextOrNull(4) });
        }

        return users;
    }

    /// <summary>Adds or changes users; of one id the last one counts.</summary>
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

    /// <summary>Adds the users that are absent, and keeps all of them from being removed until the commit.</summary>
    public static async Task EnsureAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        UserRows users,
        CancellationToken cancellationToken)
    {
        // A host's own program may remove one between the two statements.
        while (users.Count > 0 && await AddAndKeepAsync(connection, statements, users, cancellationToken).ConfigureAwait(false) != users.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<long> AddAndKeepAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        UserRows users,
        CancellationToken cancellationToken)
    {
        var add = new NpgsqlBatchCommand(statements.AddOwners);
        add.Parameters.AddRange(users.Parameters());
        var keep = new NpgsqlBatchCommand(statements.KeepOwners);
        keep.Parameters.Add(users.Parameters()[0]);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { add, keep } };
        return (long)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
