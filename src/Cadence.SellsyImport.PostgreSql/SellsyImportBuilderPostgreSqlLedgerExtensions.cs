using Cadence.SellsyImport.PostgreSql;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport;

/// <summary>Makes a PostgreSQL database the ledger beside a host's own sink.</summary>
public static class SellsyImportBuilderPostgreSqlLedgerExtensions
{
    /// <summary>Keeps history, plans, batches and old values in a PostgreSQL database, for a sink of the host that stores leads elsewhere.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="connectionString">See <see cref="PostgreSqlLeadStoreOptions.ConnectionString"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The text is not a valid connection string: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UsePostgreSqlLedger(SellsyImportBuilder, Action{PostgreSqlLeadStoreOptions})"/>.</remarks>
    public static SellsyImportBuilder UsePostgreSqlLedger(this SellsyImportBuilder builder, string connectionString) =>
        UsePostgreSqlLedger(builder, options => options.ConnectionString = connectionString);

    /// <summary>Keeps history, plans, batches and old values in a PostgreSQL database, for a sink of the host that stores leads elsewhere.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>
    /// Registers <see cref="ISeparateLedger"/> as a singleton, only where the host has not registered its own. The host registers its
    /// <see cref="ILeadSink"/> itself; one that is an <see cref="IImportLedger"/> needs no other ledger, and is refused beside one as
    /// <see cref="ErrorCodes.LedgerTwice"/>. The server is connected to on first use, and its connections are closed with the service provider.
    /// </remarks>
    public static SellsyImportBuilder UsePostgreSqlLedger(this SellsyImportBuilder builder, Action<PostgreSqlLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PostgreSqlLeadStoreOptions();
        configure(options);
        options.Validate();

        builder.Services.TryAddSingleton<ISeparateLedger>(services => new PostgreSqlLedger(
            new PostgreSqlDatabase(options, services.GetService<ILoggerFactory>()),
            services.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder;
    }
}
