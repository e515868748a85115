using Microsoft.Data.Sqlite;

namespace SqliteContactPoints;

/// <summary>A database in a temporary file, which is deleted with it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"contact-points-{Guid.NewGuid():N}.db");

    public TemporaryDatabase(string schema)
    {
        Connection = new($"Data Source={_path};Pooling=False");
        Connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; PRAGMA wal_autocheckpoint=8192; PRAGMA temp_store=MEMORY;");
        Run(schema);
    }

    public SqliteConnection Connection { get; }

    public long Bytes => new FileInfo(_path).Length;

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Connection.Dispose();
        File.Delete(_path);
    }
}
