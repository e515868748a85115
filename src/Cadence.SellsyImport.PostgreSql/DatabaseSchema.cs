using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Creates the tables in a new schema, updates those of earlier versions, and refuses any other. Runs once per process.</summary>
internal sealed class DatabaseSchema(Statements statements, string database, ILogger log)
{
    public const int Version = 6;
    private const int EarliestVersion = 3;

    private volatile bool _isThere;

    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!_isThere)
        {
            if ((await StateAsync(connection, cancellationToken).ConfigureAwait(false)).State != SchemaState.Ready)
            {
                await WriteAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            _isThere = true;
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await SchemaWriteLock.TakeAsync(connection, statements, log, cancellationToken).ConfigureAwait(false);
        var (state, before) = await StateAsync(connection, cancellationToken).ConfigureAwait(false);
        if (state == SchemaState.Missing)
        {
            // Not with IF NOT EXISTS, which requires the right to create schemas even if there is nothing to create.
            await ExecuteAsync(connection, $"CREATE SCHEMA {statements.Schema}", cancellationToken).ConfigureAwait(false);
        }

        if (state != SchemaState.Ready)
        {
            var script = state == SchemaState.Older
                ? SchemaScript.From(before, statements.Schema, Version)
                : SchemaScript.Text(statements.Schema, Version) + SchemaTriggers.Text(statements.Schema);
            await ExecuteAsync(connection, script, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (state == SchemaState.Older)
            {
                log.SchemaUpdated(database, statements.SchemaName, before, Version);
            }
            else
            {
                log.SchemaCreated(database, statements.SchemaName, Version);
            }
        }
    }

    private async Task<(SchemaState State, int Version)> StateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (encoding, isThere, isVersioned, tables) = await LookAsync(connection, cancellationToken).ConfigureAwait(false);
        if (isVersioned)
        {
            var version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            return version switch
            {
                Version => (SchemaState.Ready, version),
                >= EarliestVersion and < Version => (SchemaState.Older, version),
                _ => throw OfAnotherVersion(version.ToString(CultureInfo.InvariantCulture)),
            };
        }

        if (tables > 0)
        {
            throw OfAnotherVersion(string.Create(CultureInfo.InvariantCulture, $"none, {tables} tables in schema {statements.Schema}"));
        }

        if (encoding != "UTF8")
        {
            throw new SellsyImportException(ErrorCodes.ServerEncodingUnsuitable, database, encoding);
        }

        return (isThere ? SchemaState.Empty : SchemaState.Missing, 0);
    }

    private async Task<(string Encoding, bool IsThere, bool IsVersioned, long Tables)> LookAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statements.Look, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = statements.SchemaName });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetInt64(3));
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
