using System.Diagnostics.Metrics;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>Registers the import with a host's services.</summary>
public static class SellsyImportServiceCollectionExtensions
{
    /// <summary>
    /// Adds the default pipeline, with options from the host's configuration: <c>AddSellsyImport(configuration.GetSection("SellsyImport"))</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The keys are the names of <see cref="SellsyImportOptions"/>, in any case; <see cref="SellsyImportOptions.Fields"/> is set in code only. A
    /// section that is absent or empty leaves the defaults. The configuration is read once, when the options are first asked for.
    /// </para>
    /// <para>
    /// An unknown key, a value that cannot be read and a value that is out of its range are each reported with what is expected, all in one
    /// <see cref="OptionsValidationException"/>.
    /// </para>
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The section.</param>
    /// <param name="configure">Changes the options after the configuration; may be null.</param>
    /// <returns>The builder that the stores extend.</returns>
    /// <exception cref="OptionsValidationException">
    /// The configuration is wrong; thrown when the host starts, and without a host when the importer is first asked for.
    /// </exception>
    public static SellsyImportBuilder AddSellsyImport(
        this IServiceCollection services, IConfiguration configuration, Action<SellsyImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var configured = new ConfiguredOptions(configuration);
        services.AddSingleton<IConfigureOptions<SellsyImportOptions>>(configured);
        services.AddSingleton<IValidateOptions<SellsyImportOptions>>(configured);
        return services.AddSellsyImport(configure);
    }

    /// <summary>
    /// Adds the default pipeline. Whatever the host registered itself, before or after, wins; a second call adds its <paramref name="configure"/> and
    /// nothing else. A store is added by the builder, such as with <c>UseSqlite("cadence.db")</c>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options; may be none.</param>
    /// <returns>The builder that the stores extend.</returns>
    /// <exception cref="OptionsValidationException">
    /// An option is out of its range; thrown when the host starts, and without a host when the importer is first asked for.
    /// </exception>
    public static SellsyImportBuilder AddSellsyImport(this IServiceCollection services, Action<SellsyImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<SellsyImportOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (!services.Any(service => service.ImplementationType == typeof(SellsyImportOptionsValidator)))
        {
            services.AddSingleton<IValidateOptions<SellsyImportOptions>, SellsyImportOptionsValidator>();
            options.ValidateOnStart();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ImportTelemetry(
            provider.GetService<ILoggerFactory>(), provider.GetService<IMeterFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISellsyCsvReader, CsvHelperReader>();
        services.TryAddSingleton<IFieldMapper, FieldMapper>();
        services.TryAddTransient<IOwnerResolver>(provider => new UserDirectoryOwnerResolver(provider.GetService<ICadenceUserProvider>()));
        services.TryAddTransient<ISellsyImporter>(ImporterOf);
        services.TryAddTransient<IImportHistory>(HistoryOf);
        services.TryAddTransient(provider => StoreOf(provider).WholeCheck);
        services.TryAddKeyedTransient(StoreParts.Leads, (provider, _) => StoreOf(provider).CheckOf(StoreParts.Leads));
        services.TryAddKeyedTransient(StoreParts.Ledger, (provider, _) => StoreOf(provider).CheckOf(StoreParts.Ledger));
        return new(services);
    }

    private static SellsyImporter ImporterOf(IServiceProvider provider)
    {
        var reader = provider.GetRequiredService<ISellsyCsvReader>();
        var mapper = provider.GetRequiredService<IFieldMapper>();
        var resolver = provider.GetRequiredService<IOwnerResolver>();
        var (store, rules, matcher) = (StoreOf(provider), RulesOf(provider), provider.GetService<ILeadMatcher>());
        var runner = RunnerOf(provider, resolver, store, rules, matcher);
        var options = provider.GetRequiredService<IOptions<SellsyImportOptions>>();
        var plans = new PlanMaker(reader, mapper, resolver, store, runner, rules, matcher, options, provider.GetRequiredService<TimeProvider>());
        return new(reader, mapper, resolver, store, runner, plans, options);
    }

    private static ImportHistory HistoryOf(IServiceProvider provider)
    {
        var store = StoreOf(provider);
        var runner = RunnerOf(provider, provider.GetRequiredService<IOwnerResolver>(), store, RulesOf(provider), provider.GetService<ILeadMatcher>());
        return new(store, runner, provider.GetRequiredService<IOptions<SellsyImportOptions>>(), provider.GetRequiredService<TimeProvider>());
    }

    private static ImportStore StoreOf(IServiceProvider provider) => new(
        provider.GetService<ILeadSink>() ?? throw new SellsyImportException(ErrorCodes.SinkMissing),
        provider.GetService<ISeparateLedger>());

    private static LeadRules RulesOf(IServiceProvider provider) => new(provider.GetServices<ILeadRule>());

    private static ImportRunner RunnerOf(IServiceProvider provider, IOwnerResolver resolver, ImportStore store, LeadRules rules, ILeadMatcher? matcher) => new(
        provider.GetRequiredService<ISellsyCsvReader>(),
        provider.GetRequiredService<IFieldMapper>(),
        resolver,
        store,
        rules,
        matcher,
        provider.GetRequiredService<IOptions<SellsyImportOptions>>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ImportTelemetry>(),
        provider.GetServices<ISourceOpener>(),
        provider.GetService<CustomerKey>());
}
