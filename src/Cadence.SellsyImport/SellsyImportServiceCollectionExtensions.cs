using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>Registers the import with a host's services.</summary>
public static class SellsyImportServiceCollectionExtensions
{
    /// <summary>
    /// Adds the default pipeline. Whatever the host registered itself, before or after, wins; calling it twice changes nothing. A store is
    /// added by the builder, such as with <c>UseSqlite("cadence.db")</c>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options; may be none.</param>
    /// <returns>The builder that the stores extend.</returns>
    /// <exception cref="OptionsValidationException">An option is out of its range; thrown when the importer is first asked for.</exception>
    public static SellsyImportBuilder AddSellsyImport(this IServiceCollection services, Action<SellsyImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<SellsyImportOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SellsyImportOptions>, SellsyImportOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISellsyCsvReader, CsvHelperReader>();
        services.TryAddSingleton<IFieldMapper, FieldMapper>();
        services.TryAddTransient<IOwnerResolver>(provider => new UserDirectoryOwnerResolver(provider.GetService<ICadenceUserProvider>()));
        services.TryAddTransient<ISellsyImporter>(provider => new SellsyImporter(
            provider.GetRequiredService<ISellsyCsvReader>(),
            provider.GetRequiredService<IFieldMapper>(),
            provider.GetRequiredService<IOwnerResolver>(),
            StoreOf(provider),
            RunnerOf(provider),
            provider.GetRequiredService<IOptions<SellsyImportOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddTransient<IImportHistory>(provider => new ImportHistory(
            StoreOf(provider),
            RunnerOf(provider),
            provider.GetRequiredService<IOptions<SellsyImportOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return new(services);
    }

    private static ImportStore StoreOf(IServiceProvider provider) => new(
        provider.GetService<ILeadSink>() ?? throw new SellsyImportException(ErrorCodes.SinkMissing),
        provider.GetService<ISeparateLedger>());

    private static ImportRunner RunnerOf(IServiceProvider provider) => new(
        provider.GetRequiredService<ISellsyCsvReader>(),
        provider.GetRequiredService<IFieldMapper>(),
        provider.GetRequiredService<IOwnerResolver>(),
        StoreOf(provider),
        provider.GetRequiredService<IOptions<SellsyImportOptions>>(),
        provider.GetRequiredService<TimeProvider>());
}
