using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>A database file in a folder of its own.</summary>
public sealed class SqliteCrm : Crm
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-ef-tests-").FullName;

    public override string VersionTrigger =>
        """
        CREATE TRIGGER contacts_version AFTER UPDATE ON "Contacts" WHEN new."SellsyVersion" = old."SellsyVersion"
        BEGIN
            UPDATE "Contacts" SET "SellsyVersion" = random() WHERE "Id" = new."Id";
        END
        """;

    private string Path => System.IO.Path.Combine(_folder, "crm.db");

    public override string ConnectionString => $"Data Source={Path};Pooling=False";

    public override async ValueTask CreateAsync()
    {
        await using var context = Context();
        await context.Database.EnsureCreatedAsync(Cancellation);
    }

    public override async ValueTask<Func<Task>?> BackUpAsync()
    {
        var copy = System.IO.Path.Combine(_folder, $"{Guid.NewGuid():n}.db");
        await RunAsync($"VACUUM INTO '{copy}'");
        return async () =>
        {
            await CloseAsync();
            foreach (var file in new[] { Path, $"{Path}-wal", $"{Path}-shm" })
            {
                File.Delete(file);
            }

            File.Copy(copy, Path);
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void Configure(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
