using Cadence.SellsyImport.Sqlite;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport;

/// <summary>Makes a SQLite database the store of an import.</summary>
public static class SellsyImportBuilderSqliteExtensions
{
    /// <summary>Stores leads, companies, users and the import ledger in a SQLite database.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="databasePath">See <see cref="SqliteLeadStoreOptions.DatabasePath"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The path is not valid: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UseSqlite(SellsyImportBuilder, Action{SqliteLeadStoreOptions})"/>.</remarks>
    public static SellsyImportBuilder UseSqlite(this SellsyImportBuilder builder, string databasePath) =>
        UseSqlite(builder, options => options.DatabasePath = databasePath);

    /// <summary>Stores leads, companies, users and the import ledger in a SQLite database.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>
    /// Registers <see cref="ILeadSink"/>, <see cref="ICadenceUserProvider"/> and <see cref="SqliteUserTable"/> as singletons, each only
    /// where the host has not registered its own. Calling it twice changes nothing: the first options count. The database is opened on
    /// first use and closed with the service provider.
    /// </remarks>
    public static SellsyImportBuilder UseSqlite(this SellsyImportBuilder builder, Action<SqliteLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteLeadStoreOptions();
        configure(options);
        options.Validate();
        return Use(builder, _ => options);
    }

    /// <summary>Stores leads, companies, users and the import ledger in a SQLite database whose options depend on other services of the host.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called once, when the store is first asked for.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// See <see cref="UseSqlite(SellsyImportBuilder, Action{SqliteLeadStoreOptions})"/>. An option that is out of its range throws
    /// <see cref="SellsyImportException"/> with <see cref="ErrorCodes.OptionInvalid"/> when the store is first asked for.
    /// </remarks>
    public static SellsyImportBuilder UseSqlite(this SellsyImportBuilder builder, Action<IServiceProvider, SqliteLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return Use(builder, services =>
        {
            var options = new SqliteLeadStoreOptions();
            configure(services, options);
            options.Validate();
            return options;
        });
    }

    private static SellsyImportBuilder Use(SellsyImportBuilder builder, Func<IServiceProvider, SqliteLeadStoreOptions> options)
    {
        builder.Services.TryAddSingleton(services => new SqliteDatabase(options(services), services.GetService<ILoggerFactory>()));
        builder.Services.TryAddSingleton(services => new SqliteUserTable(services.GetRequiredService<SqliteDatabase>()));
        builder.Services.TryAddSingleton<ICadenceUserProvider>(services => services.GetRequiredService<SqliteUserTable>());
        builder.Services.TryAddSingleton<ILeadSink>(services => new SqliteLeadSink(
            services.GetRequiredService<SqliteDatabase>(),
            services.GetService<TimeProvider>()));
        return builder;
    }
}
