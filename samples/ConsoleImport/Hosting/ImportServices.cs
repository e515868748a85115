using Cadence.SellsyImport;
using ConsoleImport.Users;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleImport.Hosting;

/// <summary>The importer as a host wires it up, and the users of the database where there is one.</summary>
internal sealed class ImportServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ImportServices(IServiceCollection services) => _provider = services.BuildServiceProvider();

    public ISellsyImporter Importer => _provider.GetRequiredService<ISellsyImporter>();

    public SqliteUserTable Users => _provider.GetRequiredService<SqliteUserTable>();

    /// <summary>Whether Cadence has any user who could own a lead.</summary>
    public async Task<bool> HasUsersAsync(CancellationToken cancellationToken) =>
        (await _provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(cancellationToken)).Count > 0;

    /// <summary>Whether there is a database to read; an empty file would only become one by being written to.</summary>
    public static bool HasDatabase(string path) => Path.Exists(path) && new FileInfo(path) is not { Exists: true, Length: 0 };

    /// <summary>The importer on a database, which is created when something is first written to it.</summary>
    public static ImportServices ForImport(string database)
    {
        var services = new ServiceCollection();
        services.AddSellsyImport().UseSqlite(database);
        return new(services);
    }

    /// <summary>The importer on no database: Cadence is empty but for the users given here.</summary>
    public static ImportServices WithoutStore(IReadOnlyList<CadenceUser> users)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILeadSink, EmptyLeadSink>();
        services.AddSingleton<ICadenceUserProvider>(new GivenUsers(users));
        services.AddSellsyImport();
        return new(services);
    }

    /// <summary>
    /// The importer as a preview needs it: the users of the database where there is one, and those of a file over them, without writing.
    /// </summary>
    public static async Task<ImportServices> ForPreviewAsync(
        string database,
        IReadOnlyList<CadenceUser> users,
        CancellationToken cancellationToken)
    {
        if (!HasDatabase(database))
        {
            CheckFolder(database);
            return WithoutStore(users);
        }

        await using var stored = ForReading(database);
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new GivenUsers(GivenUsers.Over(await stored.Users.GetUsersAsync(cancellationToken), users)));
        services.AddSellsyImport().UseSqlite(options => ReadOnly(options, database));
        return new(services);
    }

    /// <summary>The importer on a database that stays as it is.</summary>
    public static ImportServices ForReading(string database)
    {
        var services = new ServiceCollection();
        services.AddSellsyImport().UseSqlite(options => ReadOnly(options, database));
        return new(services);
    }

    private static void ReadOnly(SqliteLeadStoreOptions options, string database)
    {
        options.DatabasePath = database;
        options.IsReadOnly = true;
    }

    /// <summary>Tells at the preview what the import would fail at.</summary>
    private static void CheckFolder(string database)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(database)) is { } folder && !Directory.Exists(folder))
        {
            throw new SellsyImportException(ErrorCodes.DatabaseFolderMissing, database, folder);
        }
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
