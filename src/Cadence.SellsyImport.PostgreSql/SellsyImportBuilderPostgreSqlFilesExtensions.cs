using Cadence.SellsyImport.PostgreSql;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport;

/// <summary>Makes a PostgreSQL database the store of uploaded files and of the sessions of the import page.</summary>
public static class SellsyImportBuilderPostgreSqlFilesExtensions
{
    private const string Key = "Cadence.SellsyImport files";

    /// <summary>Keeps uploaded files and sessions in the database of <c>UsePostgreSql</c>, so that several servers need no shared folder.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Registers <see cref="IExportStore"/> and <see cref="IImportSessionStore"/> as singletons, each only where the host has not registered its own.
    /// Without <c>UsePostgreSql</c> an <see cref="InvalidOperationException"/> is thrown when one of them is first asked for.
    /// </remarks>
    public static SellsyImportBuilder UsePostgreSqlFiles(this SellsyImportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Use(builder, services => services.GetService<PostgreSqlDatabase>() ?? throw new InvalidOperationException(
            "UsePostgreSqlFiles() found no database of UsePostgreSql(…); call that too, or give UsePostgreSqlFiles a connection string."));
    }

    /// <summary>Keeps uploaded files and sessions in a PostgreSQL database, for a host whose leads are elsewhere.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="connectionString">See <see cref="PostgreSqlLeadStoreOptions.ConnectionString"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The text is not a valid connection string: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UsePostgreSqlFiles(SellsyImportBuilder)"/>.</remarks>
    public static SellsyImportBuilder UsePostgreSqlFiles(this SellsyImportBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new PostgreSqlLeadStoreOptions { ConnectionString = connectionString };
        options.Validate();
        builder.Services.TryAddKeyedSingleton(Key, (services, _) => new PostgreSqlDatabase(options, services.GetService<ILoggerFactory>()));
        return Use(builder, services => services.GetRequiredKeyedService<PostgreSqlDatabase>(Key));
    }

    private static SellsyImportBuilder Use(SellsyImportBuilder builder, Func<IServiceProvider, PostgreSqlDatabase> database)
    {
        builder.Services.TryAddSingleton<IExportStore>(services => new PostgreSqlExportStore(database(services)));
        builder.Services.TryAddSingleton<IImportSessionStore>(services => new PostgreSqlSessionStore(database(services)));
        return builder;
    }
}
