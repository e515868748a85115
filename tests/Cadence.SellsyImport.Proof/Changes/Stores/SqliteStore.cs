using System.Data.Common;
using Cadence.SellsyImport.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>A database file in a folder of its own. An empty database is made once and copied for each run.</summary>
internal sealed class SqliteStore : SqlStore
{
    // Memory where there is a file system in memory: no run is about the disk.
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Root, $"cadence-changes-{Guid.NewGuid():n}")).FullName;
    private ServiceProvider? _process;
    private SqliteConnection? _connection;

    public SqliteStore()
    {
        Open().FindExistingAsync(["0"]).AsTask().GetAwaiter().GetResult();
        Close();
        File.Copy(Database, Empty);
    }

    protected override string Plan => "(SELECT plan FROM import_plans WHERE import = imports.id)";

    private string Database => Path.Combine(_folder, "cadence.db");

    private string Empty => Path.Combine(_folder, "empty.db");

    private string Backup => Path.Combine(_folder, "copy.db");

    public override void Clear() => Put(Empty);

    public override ILeadSink Open()
    {
        if (_process is null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSellsyImport().UseSqlite(Database);
            _process = services.BuildServiceProvider();
        }

        return _process.GetRequiredService<ILeadSink>();
    }

    public override void Close()
    {
        _process?.Dispose();
        _process = null;
    }

    public override void Copy()
    {
        CloseAll();
        File.Copy(Database, Backup, overwrite: true);
    }

    public override void Restore() => Put(Backup);

    public override void Dispose()
    {
        CloseAll();
        Directory.Delete(_folder, recursive: true);
    }

    protected override DbConnection Connection()
    {
        if (_connection is null)
        {
            _connection = new($"Data Source={Database};Pooling=False");
            _connection.Open();
        }

        return _connection;
    }

    private void Put(string database)
    {
        CloseAll();
        foreach (var side in Directory.EnumerateFiles(_folder, "cadence.db-*"))
        {
            File.Delete(side);
        }

        File.Copy(database, Database, overwrite: true);
    }

    private void CloseAll()
    {
        Close();
        _connection?.Dispose();
        _connection = null;
        if (File.Exists(Database + "-wal"))
        {
            throw new InvalidOperationException("A connection is open, so that the file is not the whole database.");
        }
    }
}
