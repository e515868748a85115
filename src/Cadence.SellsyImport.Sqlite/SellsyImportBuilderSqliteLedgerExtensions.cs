using Cadence.SellsyImport.Sqlite;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport;

/// <summary>Makes a SQLite database the ledger beside a host's own sink.</summary>
public static class SellsyImportBuilderSqliteLedgerExtensions
{
    /// <summary>Keeps history, plans, batches and old values in a SQLite database, for a sink of the host that stores leads elsewhere.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="databasePath">See <see cref="SqliteLeadStoreOptions.DatabasePath"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">The path is not valid: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>See <see cref="UseSqliteLedger(SellsyImportBuilder, Action{SqliteLeadStoreOptions})"/>.</remarks>
    public static SellsyImportBuilder UseSqliteLedger(this SellsyImportBuilder builder, string databasePath) =>
        UseSqliteLedger(builder, options => options.DatabasePath = databasePath);

    /// <summary>Keeps history, plans, batches and old values in a SQLite database, for a sink of the host that stores leads elsewhere.</summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returns.</param>
    /// <param name="configure">Sets the options; called at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="SellsyImportException">An option is out of its range: <see cref="ErrorCodes.OptionInvalid"/>.</exception>
    /// <remarks>
    /// <see cref="SqliteLeadStoreOptions.SurvivesPowerFailure"/> is true here unless it is set to false: the sink may keep what the ledger would
    /// lose, and a batch that the ledger does not know would be sent again without being looked up.
    /// Registers <see cref="ISeparateLedger"/> as a singleton, only where the host has not registered its own. The host registers its
    /// <see cref="ILeadSink"/> itself; one that is an <see cref="IImportLedger"/> needs no other ledger, and is refused beside one as
    /// <see cref="ErrorCodes.LedgerTwice"/>. The database is opened on first use and closed with the service provider.
    /// </remarks>
    public static SellsyImportBuilder UseSqliteLedger(this SellsyImportBuilder builder, Action<SqliteLeadStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteLeadStoreOptions { SurvivesPowerFailure = true };
        configure(options);
        options.Validate();

        builder.Services.TryAddSingleton<ISeparateLedger>(services => new SqliteLedger(
            new SqliteDatabase(options, services.GetService<ILoggerFactory>()),
            services.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder;
    }
}
