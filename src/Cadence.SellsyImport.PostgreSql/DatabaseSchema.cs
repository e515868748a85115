using System.Globalization;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Creates the tables in a new schema, and refuses a schema that is not of this version. Asked once a process.</summary>
internal sealed class DatabaseSchema(Statements statements, string database)
{
    public const int Version = 1;

    private volatile bool _isThere;

    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!_isThere)
        {
            if (await IsNewAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                await CreateAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            _isThere = true;
        }
    }

    private async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, statements.Lock, cancellationToken).ConfigureAwait(false);

        // Another process may have created the tables while this one waited.
        if (await IsNewAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            await ExecuteAsync(connection, SchemaScript.Text(statements.Schema, Version), cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsNewAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (encoding, isVersioned, tables) = await LookAsync(connection, cancellationToken).ConfigureAwait(false);
        if (isVersioned)
        {
            var version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            return version == Version ? false : throw OfAnotherVersion(version.ToString(CultureInfo.InvariantCulture));
        }

        if (tables > 0)
        {
            throw OfAnotherVersion(string.Create(CultureInfo.InvariantCulture, $"none, {tables} tables in schema {statements.Schema}"));
        }

        return encoding == "UTF8" ? true : throw new SellsyImportException(ErrorCodes.ServerEncodingUnsuitable, database, encoding);
    }

    private async Task<(string Encoding, bool IsVersioned, long Tables)> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statements.Look, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = statements.SchemaName });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (reader.GetString(0), reader.GetBoolean(1), reader.GetInt64(2));
    }

    private async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Version, connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? 0);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private SellsyImportException OfAnotherVersion(string found) =>
        new(ErrorCodes.DatabaseOfAnotherVersion, database, found, Version.ToString(CultureInfo.InvariantCulture));
}
