using System.Globalization;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// The unique indexes of <c>companies</c>. A large first import removes them and builds them at its end, because adding keys in no order to two
/// indexes costs more than all its other work. Until then, triggers reject duplicate keys from every other writer. The import itself knows all companies.
/// </summary>
internal static class CompanyIndexes
{
    /// <summary>Builds the indexes. Rows with NULL in the indexed column are left out, so each company is in one index at most.</summary>
    public const string Create =
        """
        CREATE UNIQUE INDEX companies_by_sellsy_id ON companies (sellsy_id, sellsy_account) WHERE sellsy_id IS NOT NULL;
        CREATE UNIQUE INDEX companies_by_name_key ON companies (name_key) WHERE name_key IS NOT NULL;
        """;

    public const string CreateOfVersion4 =
        """
        CREATE UNIQUE INDEX companies_by_sellsy_id ON companies (sellsy_id) WHERE sellsy_id IS NOT NULL;
        CREATE UNIQUE INDEX companies_by_name_key ON companies (name_key) WHERE name_key IS NOT NULL;
        """;

    private const string IsTaken =
        "EXISTS (SELECT 1 FROM companies WHERE id IS NOT new.id AND (sellsy_id = new.sellsy_id AND sellsy_account = new.sellsy_account OR name_key = new.name_key))";

    private const string Refuse = "SELECT RAISE(ABORT, 'UNIQUE constraint failed: companies.sellsy_id or companies.name_key')";

    public static bool AreThere(sqlite3 connection)
    {
        using var statement = new SqliteStatement(
            connection,
            "SELECT count(*) = 2 FROM sqlite_schema WHERE type = 'index' AND name IN ('companies_by_sellsy_id', 'companies_by_name_key')");
        statement.Read();
        return statement.Number(0) != 0;
    }

    /// <summary>Removes the indexes, in the transaction that has begun. A company that another writer adds is still refused if its key exists.</summary>
    public static void Remove(sqlite3 connection, long import) => DatabaseConnection.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
        DROP INDEX companies_by_sellsy_id;
        DROP INDEX companies_by_name_key;
        CREATE TRIGGER companies_unindexed_added BEFORE INSERT ON companies
        WHEN new.created_by_import IS NOT {import} AND {IsTaken} BEGIN {Refuse}; END;
        CREATE TRIGGER companies_unindexed_edited BEFORE UPDATE OF sellsy_id, sellsy_account, name_key ON companies
        WHEN {IsTaken} BEGIN {Refuse}; END;
        """));

    /// <summary>Builds the missing indexes, in the transaction that has begun.</summary>
    public static void Build(sqlite3 connection)
    {
        if (!AreThere(connection))
        {
            DatabaseConnection.Execute(connection, $"""
                DROP TRIGGER IF EXISTS companies_unindexed_added;
                DROP TRIGGER IF EXISTS companies_unindexed_edited;
                DROP INDEX IF EXISTS companies_by_sellsy_id;
                DROP INDEX IF EXISTS companies_by_name_key;
                {Create}
                """);
        }
    }
}
