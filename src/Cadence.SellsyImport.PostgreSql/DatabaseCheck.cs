using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Checks whether imports can be written to a schema, without a write and without waiting for its <see cref="SchemaWriteLock"/>.</summary>
internal static class DatabaseCheck
{
    private static readonly string[] Tables = ["imports", "import_batches", "import_changes", "import_records", "companies", "leads", "lead_other_companies"];

    /// <summary>$1: the schema. $2: the tables that an import writes.</summary>
    private const string Look =
        """
        SELECT
            pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on',
            coalesce(array_agg(name) FILTER (WHERE id IS NULL), '{}'),
            has_database_privilege(current_database(), 'TEMPORARY')
                AND coalesce(bool_and(has_table_privilege(id, 'SELECT') AND has_table_privilege(id, 'INSERT') AND has_table_privilege(id, 'UPDATE')), false)
        FROM (SELECT name, to_regclass(format('%I.%I', $1, name))::oid AS id FROM unnest($2) AS name) AS tables
        """;

    /// <exception cref="SellsyImportException">Imports cannot be written.</exception>
    public static async Task<bool> RunAsync(
        NpgsqlConnection connection, Statements statements, string database, ILogger log, CancellationToken cancellationToken)
    {
        // Anew, because the schema may have changed since the first use.
        await new DatabaseSchema(statements, database, log).EnsureAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Look, connection);
        command.Parameters.Add(Values.Text(statements.SchemaName));
        command.Parameters.Add(Values.Texts(Tables));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var (isReadOnly, missing, isAllowed) = (reader.GetBoolean(0), reader.GetFieldValue<string[]>(1), reader.GetBoolean(2));
        if (missing.Length > 0)
        {
            throw new SellsyImportException(ErrorCodes.DatabaseIncomplete, database, string.Join(", ", missing));
        }

        return (isReadOnly, isAllowed) switch
        {
            (true, _) => throw new SellsyImportException(ErrorCodes.ServerReadOnly, database),
            (_, false) => throw new SellsyImportException(ErrorCodes.ServerRightMissing, database),
            _ => true,
        };
    }
}
