using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>A store on a database file of its own in the temporary folder, both of which go with it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly List<SqliteDatabase> _kept = [];

    public TemporaryStore(Action<SqliteLeadStoreOptions>? configure = null)
    {
        Folder = Directory.CreateTempSubdirectory("cadence-sqlite-tests-").FullName;
        DatabasePath = Path.Combine(Folder, "cadence.db");
        _database = Open(configure);
        Sink = new SqliteLeadSink(_database, Time);
        Users = new(_database);
    }

    public string Folder { get; }

    public string DatabasePath { get; }

    /// <summary>The clock of the ledger.</summary>
    public FixedTimeProvider Time { get; } = new(Samples.Import.StartedAt.AddMinutes(-30));

    public ILeadSink Sink { get; }

    public IUndoLedger Ledger => (IUndoLedger)Sink;

    public SqliteUserTable Users { get; }

    public SqliteDatabase Open(Action<SqliteLeadStoreOptions>? configure = null, ILoggerFactory? loggers = null)
    {
        var options = new SqliteLeadStoreOptions { DatabasePath = DatabasePath };
        configure?.Invoke(options);
        options.Validate();
        return new(options, loggers);
    }

    /// <summary>Opens the same file again, as another process would, until the store is disposed.</summary>
    public SqliteDatabase OpenKept(ILoggerFactory? loggers = null)
    {
        var database = Open(loggers: loggers);
        _kept.Add(database);
        return database;
    }

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(int number, params Lead[] leads) =>
        Sink.AddAsync(Samples.Batch(number, leads), TestContext.Current.CancellationToken);

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>The rows of a query, each as its values; NULL is <see langword="null"/>.</summary>
    public List<object?[]> Query(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var values = new object?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(values);
        }

        return rows;
    }

    public long Count(string table) => (long)Query($"SELECT count(*) FROM {table}")[0][0]!;

    public void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Copies the database. What it returns puts the copy in the place of the file, and closes what <see cref="OpenKept"/> opened.</summary>
    public Action BackUp()
    {
        var copy = Path.Combine(Folder, $"{Guid.NewGuid():n}.db");
        Run($"VACUUM INTO '{copy}'");
        return () =>
        {
            _kept.ForEach(database => database.Dispose());
            _kept.Clear();
            foreach (var file in new[] { DatabasePath, $"{DatabasePath}-wal", $"{DatabasePath}-shm" })
            {
                File.Delete(file);
            }

            File.Copy(copy, DatabasePath);
        };
    }

    public void Dispose()
    {
        _kept.ForEach(database => database.Dispose());
        _database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
