using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The file that <c>--db</c> names.</summary>
internal sealed class SqliteDatabase(string path) : IDatabase
{
    /// <summary>A commit costs little in SQLite, so the batches are small: less of the file is in memory at a time.</summary>
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

    /// <summary>An empty file becomes a database only when it is first written to.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var exists = Path.Exists(path) && new FileInfo(path) is not { Exists: true, Length: 0 };
        return exists || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || Directory.Exists(folder)
            ? Task.FromResult(exists)
            : throw new SellsyImportException(ErrorCodes.DatabaseFolderMissing, path, folder);
    }

    public Task AddUsersAsync(IServiceProvider services, IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken) =>
        services.GetRequiredService<SqliteUserTable>().AddUsersAsync(users, cancellationToken);
}
