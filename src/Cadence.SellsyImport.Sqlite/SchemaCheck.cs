using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Compares the tables, views, columns and triggers of a database with those of <see cref="SchemaScript"/>, so that a missing one is
/// reported before the database is used. Objects that the host added do not matter.
/// </summary>
internal static class SchemaCheck
{
    private static readonly Lazy<ImmutableArray<(string Name, ImmutableArray<string> Columns)>> Expected = new(() =>
        ReadScript(SchemaScript.Text + SchemaScript.FromVersion4, TablesAndViews));

    private static readonly Lazy<ImmutableArray<(string Name, ImmutableArray<string> Columns)>> ExpectedBefore = new(() =>
        ReadScript(SchemaScript.Text, TablesAndViews));

    private static readonly Lazy<ImmutableArray<string>> ExpectedTriggers = new(() =>
        ReadScript(SchemaScript.Text, connection => NamesOf(connection, "trigger")));

    /// <exception cref="SellsyImportException">Something is missing: <see cref="ErrorCodes.DatabaseIncomplete"/>.</exception>
    public static void Run(sqlite3 connection, string path, long version)
    {
        List<string> missing = [];
        foreach (var (name, expected) in (version == DatabaseSchema.Version ? Expected : ExpectedBefore).Value)
        {
            var found = ColumnsOf(connection, name, viewsMayBeBroken: true);
            missing.AddRange(found.Count == 0 ? [name] : expected.Except(found).Select(column => $"{name}.{column}"));
        }

        missing.AddRange(ExpectedTriggers.Value.Except(NamesOf(connection, "trigger")));

        if (missing.Count > 0)
        {
            throw new SellsyImportException(ErrorCodes.DatabaseIncomplete, path, string.Join(", ", missing));
        }
    }

    private static T ReadScript<T>(string script, Func<sqlite3, T> read)
    {
        using var connection = DatabaseConnection.OpenInMemory();
        DatabaseConnection.Execute(connection, script);
        return read(connection);
    }

    private static ImmutableArray<(string, ImmutableArray<string>)> TablesAndViews(sqlite3 connection) =>
    [
        .. NamesOf(connection, "table").Concat(NamesOf(connection, "view"))
            .Select(name => (name, ColumnsOf(connection, name, viewsMayBeBroken: false).ToImmutableArray())),
    ];

    private static ImmutableArray<string> NamesOf(sqlite3 connection, string type)
    {
        using var statement = new SqliteStatement(connection, "SELECT name FROM sqlite_schema WHERE type = ?1 ORDER BY rowid");
        statement.Bind(1, type);
        var names = ImmutableArray.CreateBuilder<string>();
        while (statement.Read())
        {
            names.Add(statement.Text(0)!);
        }

        return names.DrainToImmutable();
    }

    private static List<string> ColumnsOf(sqlite3 connection, string name, bool viewsMayBeBroken)
    {
        List<string> columns = [];
        using var statement = new SqliteStatement(connection, "SELECT name FROM pragma_table_info(?1)");
        statement.Bind(1, name);
        try
        {
            while (statement.Read())
            {
                columns.Add(statement.Text(0)!);
            }
        }
        catch (SqliteException exception) when (viewsMayBeBroken && DatabaseErrors.CodeOf(exception) == raw.SQLITE_ERROR)
        {
            // SQLite cannot list the columns of a view that refers to a missing table or column.
            return [];
        }

        return columns;
    }
}
