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
            users.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)) { Email = Text(reader, 3), SellsyId = Text(reader, 4) });
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

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
