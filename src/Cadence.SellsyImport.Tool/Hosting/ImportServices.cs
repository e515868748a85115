using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>Configures the importer as a host does.</summary>
internal sealed class ImportServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ImportServices(IDatabase? database, bool isReadOnly, IReadOnlyList<CadenceUser>? users = null, ConsoleContext? context = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddSellsyImport(options => Configure(options, context));
        builder.UseExcel();
        if (users is not null)
        {
            // A user provider that the host registers before the store takes precedence over that of the store.
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
    public static ImportServices ForWriting(IDatabase database, ConsoleContext? context = null) => new(database, isReadOnly: false, context: context);

    /// <summary>The importer on an existing database, which it does not change.</summary>
    public static ImportServices ForReading(IDatabase database) => new(database, isReadOnly: true);

    /// <summary>The importer without a database, to inspect a file.</summary>
    public static ImportServices WithoutDatabase(ConsoleContext context) => new(database: null, isReadOnly: true, context: context);

    /// <summary>The importer for a preview, which writes nothing. The given users take precedence over those of the database, if there is one.</summary>
    public static async Task<ImportServices> ForPreviewAsync(ConsoleContext context, UserList users)
    {
        var database = await context.Database.ExistsAsync(context.Cancellation) ? context.Database : null;
        await using var stored = new ImportServices(database, isReadOnly: true, database is null ? [] : null);
        var known = await stored.GetUsersAsync(context.Cancellation);
        return new(database, isReadOnly: true, [.. users.Over(known), .. known.ExceptBy(users.Users.Select(user => user.Id), user => user.Id)], context);
    }

    /// <summary>The importer on a database with a history; refuses a database that does not exist, because it has none.</summary>
    /// <exception cref="SellsyImportException">There is no such database.</exception>
    public static async Task<ImportServices> ForImportAsync(string importId, ConsoleContext context) =>
        await context.Database.ExistsAsync(context.Cancellation)
            ? ForWriting(context.Database, context)
            : throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);

    /// <summary>The users who could own a lead.</summary>
    public async Task<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken) =>
        await _provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(cancellationToken);

    /// <summary>The settings belong to a plan: whoever writes it needs those of its preview.</summary>
    private static void Configure(SellsyImportOptions options, ConsoleContext? context)
    {
        if (context is not null)
        {
            options.RepeatedContacts = context.Get(Options.Repeated) ?? RepeatedContacts.FirstWins;
            options.KeepUnmappedColumns = context.Get(Options.KeepColumns);
            Array.ForEach(context.Get(Options.Limits) ?? [], limit => limit.ApplyTo(options));
        }
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
