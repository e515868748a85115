using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleImport.Hosting;

/// <summary>The importer as a host wires it up.</summary>
internal sealed class ImportServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ImportServices(IDatabase? database, bool isReadOnly, IReadOnlyList<CadenceUser>? users = null, RepeatedContacts? repeated = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddSellsyImport(options => options.RepeatedContacts = repeated ?? RepeatedContacts.FirstWins);
        if (users is not null)
        {
            // What the host registers before the store wins over the users of the store.
            services.AddSingleton<ICadenceUserProvider>(new GivenUsers(users));
        }

        if (database is null)
        {
            services.AddSingleton<ILeadSink, EmptyLeadSink>();
        }

        database?.Use(builder, isReadOnly);
        _provider = services.BuildServiceProvider();
    }

    public ISellsyImporter Importer => _provider.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => _provider.GetRequiredService<IImportHistory>();

    public IServiceProvider Provider => _provider;

    /// <summary>The importer on a database, which is created when something is first written to it.</summary>
    public static ImportServices ForWriting(IDatabase database) => new(database, isReadOnly: false);

    /// <summary>The importer on a database that exists and stays as it is.</summary>
    public static ImportServices ForReading(IDatabase database) => new(database, isReadOnly: true);

    /// <summary>The importer on no database, to look at a file.</summary>
    public static ImportServices WithoutDatabase() => new(database: null, isReadOnly: true);

    /// <summary>The importer as a preview needs it: the given users over those of the database, where there is one, and nothing is written.</summary>
    public static async Task<ImportServices> ForPreviewAsync(ConsoleContext context, IReadOnlyList<CadenceUser> users)
    {
        var database = await context.Database.ExistsAsync(context.Cancellation) ? context.Database : null;
        await using var stored = new ImportServices(database, isReadOnly: true, database is null ? [] : null);
        var others = (await stored.GetUsersAsync(context.Cancellation)).ExceptBy(users.Select(user => user.Id), user => user.Id);
        return new(database, isReadOnly: true, [.. users, .. others], context.Get(Options.Repeated));
    }

    /// <summary>The importer on a database whose history has an import; a database that does not exist has none.</summary>
    /// <exception cref="SellsyImportException">There is no such database.</exception>
    public static async Task<ImportServices> ForImportAsync(string importId, ConsoleContext context) =>
        await context.Database.ExistsAsync(context.Cancellation)
            ? ForWriting(context.Database)
            : throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);

    /// <summary>The users who could own a lead.</summary>
    public async Task<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken) =>
        await _provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(cancellationToken);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
