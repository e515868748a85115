using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The documents of sessions in a schema of a PostgreSQL database.</summary>
internal sealed class PostgreSqlSessionStore(PostgreSqlDatabase database) : IImportSessionStore
{
    private readonly FileStatements _statements = database.Statements.Files;

    public async ValueTask<SessionDocument?> ReadAsync(string sessionId, string document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return StorableText.Is(sessionId)
            ? await database.RunAsync(
                async connection =>
                {
                    await using var command = CommandOf(connection, _statements.ReadDocument, sessionId, document);
                    await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                    return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                        ? new SessionDocument(reader.GetFieldValue<byte[]>(1), reader.GetInt64(0))
                        : null;
                },
                cancellationToken).ConfigureAwait(false)
            : null;
    }

    public async ValueTask<long?> WriteAsync(
        string sessionId, string document, ReadOnlyMemory<byte> bytes, long? expectedVersion, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async connection =>
            {
                var sql = expectedVersion switch
                {
                    null => _statements.SetDocument,
                    0 => _statements.AddDocument,
                    _ => _statements.ChangeDocument,
                };
                await using var command = CommandOf(connection, sql, sessionId, document);
                command.Parameters.Add(Values.Bytes(bytes.ToArray()));
                if (expectedVersion is { } version and not 0)
                {
                    command.Parameters.Add(Values.Number(version));
                }

                return (long?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask DeleteAsync(string sessionId, CancellationToken cancellationToken = default) => await database.RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(_statements.DeleteSession, connection) { Parameters = { Values.Text(sessionId) } };
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(_statements.Sessions, connection);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                var found = new List<string>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    found.Add(reader.GetString(0));
                }

                return found;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var id in ids)
        {
            yield return id;
        }
    }

    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, string sessionId, string document) =>
        new(sql, connection) { Parameters = { Values.Text(sessionId), Values.Text(document) } };
}
