using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Users;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleImport.Hosting;

/// <summary>The importer as a host wires it up.</summary>
internal sealed class ImportServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ImportServices(IDatabase? database, bool isReadOnly, IReadOnlyList<CadenceUser>? users = null, RepeatedContacts repeated = default)
    {
        var services = new ServiceCollection();
        if (users is not null)
        {
            // What the host registers wins over the users of the store.
            services.AddSingleton<ICadenceUserProvider>(new GivenUsers(users));
        }

        var builder = services.AddSellsyImport(options => options.RepeatedContacts = repeated);
        if (database is null)
        {
            services.AddSingleton<ILeadSink, EmptyLeadSink>();
        }
        else
        {
            database.Use(builder, isReadOnly);
        }

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
    public static ImportServices WithoutDatabase() => new(database: null, isReadOnly: true, []);

    /// <summary>The importer as a preview needs it: the given users over those of the database, where there is one, and nothing is written.</summary>
    public static async Task<ImportServices> ForPreviewAsync(ConsoleContext context, IReadOnlyList<CadenceUser> users)
    {
        var repeated = context.Get(Options.Repeated);
        if (!await context.Database.ExistsAsync(context.Cancellation))
        {
            return new(database: null, isReadOnly: true, users, repeated);
        }

        await using var stored = ForReading(context.Database);
        var all = (await stored.GetUsersAsync(context.Cancellation)).ExceptBy(users.Select(user => user.Id), user => user.Id);
        return new(context.Database, isReadOnly: true, [.. users, .. all], repeated);
    }

    /// <summary>The importer on a database whose history has an import; one without a database has none.</summary>
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
