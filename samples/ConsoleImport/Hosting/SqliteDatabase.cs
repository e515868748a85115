using Cadence.SellsyImport;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleImport.Hosting;

/// <summary>The file that <c>--db</c> names.</summary>
internal sealed class SqliteDatabase(string path) : IDatabase
{
    /// <summary>A commit costs SQLite next to nothing, so the batches are small: less of the file is in memory at a time.</summary>
    private const int LeadsPerBatch = 250;

    public string Name => path;

    public void Use(SellsyImportBuilder builder, bool isReadOnly)
    {
        builder.Services.Configure<SellsyImportOptions>(options => options.BatchSize = LeadsPerBatch);
        builder.UseSqlite(options =>
        {
            options.DatabasePath = path;
            options.IsReadOnly = isReadOnly;
        });
    }

    /// <summary>An empty file would only become a database by being written to.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        if (Path.Exists(path) && new FileInfo(path) is not { Exists: true, Length: 0 })
        {
            return Task.FromResult(true);
        }

        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)
            ? throw new SellsyImportException(ErrorCodes.DatabaseFolderMissing, path, folder)
            : Task.FromResult(false);
    }

    public Task AddUsersAsync(IServiceProvider services, IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken) =>
        services.GetRequiredService<SqliteUserTable>().AddUsersAsync(users, cancellationToken);
}
