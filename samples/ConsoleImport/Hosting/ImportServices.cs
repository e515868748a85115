using Cadence.SellsyImport;
using ConsoleImport.Users;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleImport.Hosting;

/// <summary>The importer as a host wires it up, and the users of the database where there is one.</summary>
internal sealed class ImportServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IDatabaseChoice? _database;

    private ImportServices(IServiceCollection services, IDatabaseChoice? database = null)
    {
        _provider = services.BuildServiceProvider();
        _database = database;
    }

    public ISellsyImporter Importer => _provider.GetRequiredService<ISellsyImporter>();

    public IImportHistory History => _provider.GetRequiredService<IImportHistory>();

    /// <summary>The users who could own a lead.</summary>
    public async Task<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken) =>
        await _provider.GetRequiredService<ICadenceUserProvider>().GetUsersAsync(cancellationToken);

    /// <summary>Adds users to the database.</summary>
    public Task AddUsersAsync(IReadOnlyList<CadenceUser> users, CancellationToken cancellationToken) =>
        _database!.AddUsersAsync(_provider, users, cancellationToken);

    /// <summary>The importer on a database, which is created when something is first written to it.</summary>
    public static ImportServices ForWriting(IDatabaseChoice database) => On(database, isReadOnly: false, new ServiceCollection());

    /// <summary>The importer on no database: Cadence is empty but for the users given here.</summary>
    public static ImportServices WithoutStore(IReadOnlyList<CadenceUser> users, RepeatedContacts repeated = RepeatedContacts.FirstWins)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILeadSink, EmptyLeadSink>();
        services.AddSingleton<ICadenceUserProvider>(new GivenUsers(users));
        services.AddSellsyImport(options => options.RepeatedContacts = repeated);
        return new(services);
    }

    /// <summary>
    /// The importer as a preview needs it: the users of the database where there is one, and those of a file over them, without writing.
    /// </summary>
    public static async Task<ImportServices> ForPreviewAsync(
        IDatabaseChoice database,
        IReadOnlyList<CadenceUser> users,
        RepeatedContacts repeated,
        CancellationToken cancellationToken)
    {
        if (!await database.IsThereAsync(cancellationToken))
        {
            return WithoutStore(users, repeated);
        }

        await using var stored = ForReading(database);
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new GivenUsers(GivenUsers.Over(await stored.GetUsersAsync(cancellationToken), users)));
        return On(database, isReadOnly: true, services, repeated);
    }

    /// <summary>The importer on a database that stays as it is.</summary>
    public static ImportServices ForReading(IDatabaseChoice database) => On(database, isReadOnly: true, new ServiceCollection());

    /// <summary>What is in the history of a database, which is not created to be asked.</summary>
    public static async Task<ImportServices> ForHistoryAsync(IDatabaseChoice database, bool isReadOnly, CancellationToken cancellationToken) =>
        await database.IsThereAsync(cancellationToken) ? On(database, isReadOnly, new ServiceCollection()) : WithoutStore([]);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static ImportServices On(
        IDatabaseChoice database,
        bool isReadOnly,
        IServiceCollection services,
        RepeatedContacts repeated = RepeatedContacts.FirstWins)
    {
        database.Use(services.AddSellsyImport(options => options.RepeatedContacts = repeated), isReadOnly);
        return new(services, database);
    }
}
