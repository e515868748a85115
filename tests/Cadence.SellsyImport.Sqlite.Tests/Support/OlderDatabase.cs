using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>Puts a database of version 3 in the place of one of this version: the keys of its companies are constraints, whose indexes have no names.</summary>
internal static class OlderDatabase
{
    private const string Companies = "sellsy_id TEXT,\n    name_key TEXT,";

    private static readonly string[] Tables =
    [
        "users", "imports", "import_plans", "import_batches", "import_changes", "companies", "leads", "lead_other_companies", "lead_cadences",
    ];

    public static void MakeVersion3(TemporaryStore store)
    {
        var older = Path.Combine(store.Folder, "older.db");
        Assert.Contains(Companies, SchemaScript.Text, StringComparison.Ordinal);
        using (var connection = new SqliteConnection($"Data Source={older};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, SchemaScript.Text
                .Replace(Companies, Companies.Replace(" TEXT,", " TEXT UNIQUE,", StringComparison.Ordinal), StringComparison.Ordinal)
                .Replace(CompanyIndexes.CreateOfVersion4, "", StringComparison.Ordinal));
            Run(connection, $"PRAGMA application_id = {DatabaseSchema.ApplicationId}; PRAGMA user_version = 3; ATTACH '{store.DatabasePath}' AS newer;");
            Run(connection, string.Concat(Tables.Select(table => $"INSERT INTO {table} SELECT {Columns(connection, table)} FROM newer.{table};")));
        }

        foreach (var suffix in new[] { "-wal", "-shm" })
        {
            File.Delete(store.DatabasePath + suffix);
        }

        File.Move(older, store.DatabasePath, overwrite: true);
    }

    private static string Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT group_concat(name, ', ') FROM pragma_table_info('{table}', 'main')";
        return (string)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
