using Cadence.SellsyImport.PostgreSql;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadence.SellsyImport;

/// <summary>Makes a PostgreSQL database the store of an import.</summary>
public static class SellsyImportBuilderPostgreSqlExtensions
{
    /// <summary>Stores leads, companies, users and the import ledger in a PostgreSQL database.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="connectionString">See <see cref="PostgreSqlLeadStoreOptions.ConnectionString"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The text is not a valid connection string: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UsePostgreSql(SellsyImportBuilder, Action{PostgreSqlLeadStoreOptions})"/>.</remarks>
    public static SellsyImportBuilder UsePostgreSql(this SellsyImportBuilder builder, string connectionString) =>
        UsePostgreSql(builder, options => options.ConnectionString = connectionString);

    /// <summary>Stores leads, companies, users and the import ledger in a PostgreSQL database that the host has a data source for.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="dataSource">See <see cref="PostgreSqlLeadStoreOptions.DataSource"/>; it stays the host's, and is not disposed.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The data source has a setting that is not allowed: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UsePostgreSql(SellsyImportBuilder, Action{PostgreSqlLeadStoreOptions})"/>.</remarks>
    public static SellsyImportBuilder UsePostgreSql(this SellsyImportBuilder builder, NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return UsePostgreSql(builder, options => options.DataSource = dataSource);
    }

    /// <summary>Stores leads, companies, users and the import ledger in a PostgreSQL database.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>
    /// Registers <see cref="ILeadSink"/>, <see cref="ICadenceUserProvider"/> and <see cref="PostgreSqlUserTable"/> as singletons, each only
    /// where the host has not registered its own. Calling it twice changes nothing: the first options count. The server is connected to on
    /// first use, and its connections are closed with the service provider.
    /// </remarks>
    public static SellsyImportBuilder UsePostgreSql(this SellsyImportBuilder builder, Action<PostgreSqlLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PostgreSqlLeadStoreOptions();
        configure(options);
        options.Validate();
        return Use(builder, _ => options);
    }

    /// <summary>
    /// Stores leads, companies, users and the import ledger in a PostgreSQL database whose options depend on other services of the host, such as
    /// its data source.
    /// </summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called once, when the store is first asked for.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// See <see cref="UsePostgreSql(SellsyImportBuilder, Action{PostgreSqlLeadStoreOptions})"/>. An option that is out of its range throws
    /// <see cref="SellsyImportException"/> with <see cref="ErrorCodes.OptionInvalid"/> when the store is first asked for.
    /// </remarks>
    public static SellsyImportBuilder UsePostgreSql(this SellsyImportBuilder builder, Action<IServiceProvider, PostgreSqlLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return Use(builder, services =>
        {
            var options = new PostgreSqlLeadStoreOptions();
            configure(services, options);
            options.Validate();
            return options;
        });
    }

    private static SellsyImportBuilder Use(SellsyImportBuilder builder, Func<IServiceProvider, PostgreSqlLeadStoreOptions> options)
    {
        builder.Services.TryAddSingleton(services => new PostgreSqlDatabase(options(services), services.GetService<ILoggerFactory>()));
        builder.Services.TryAddSingleton(services => new PostgreSqlUserTable(services.GetRequiredService<PostgreSqlDatabase>()));
        builder.Services.TryAddSingleton<ICadenceUserProvider>(services => services.GetRequiredService<PostgreSqlUserTable>());
        builder.Services.TryAddSingleton<ILeadSink>(services => new PostgreSqlLeadSink(
            services.GetRequiredService<PostgreSqlDatabase>(),
            services.GetService<TimeProvider>()));
        return builder;
    }
}
