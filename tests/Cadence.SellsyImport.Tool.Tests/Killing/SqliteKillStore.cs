using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

internal sealed class SqliteKillStore(ConsoleFolder folder) : KillStore
{
    public override string[] Arguments(string name) => ["--db", $"{name}.db"];

    public override string Target(string name) => folder.PathOf($"{name}.db");

    public override Task CreateAsync(string name) => Task.CompletedTask;

    /// <summary>A database that nobody has open is its one file.</summary>
    public override Task CopyAsync(string from, string to)
    {
        File.Copy(Target(from), Target(to));
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override DbConnection Connection(string name) => new SqliteConnection($"Data Source={Target(name)};Pooling=False");
}
