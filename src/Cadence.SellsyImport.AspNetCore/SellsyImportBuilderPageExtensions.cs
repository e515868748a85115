using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Cadence.SellsyImport.AspNetCore.Work;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cadence.SellsyImport.AspNetCore;

/// <summary>Registers what the import page needs.</summary>
public static class SellsyImportBuilderPageExtensions
{
    /// <summary>
    /// Adds the import page; <see cref="SellsyImportEndpointRouteBuilderExtensions.MapSellsyImport"/> mounts it. Files and sessions are kept in the
    /// <see cref="IExportStore"/> and the <see cref="IImportSessionStore"/> of the host, where it registers them, before or after this call.
    /// </summary>
    /// <param name="builder">What <c>AddSellsyImport</c> returned.</param>
    /// <param name="configure">Changes the options; may be none.</param>
    /// <returns>The builder.</returns>
    public static SellsyImportBuilder AddImportPage(this SellsyImportBuilder builder, Action<SellsyImportPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<SellsyImportPageOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options is { MaxFileBytes: >= 1 and <= 2L << 30, MaxFilesPerUser: >= 1 and <= 10_000, MaxStartsPerMinute: >= 1 and <= 10_000, Workers: >= 1 and <= 64 }
                    && options.KeepFor >= TimeSpan.FromMinutes(1) && options.KeepFor <= TimeSpan.FromDays(365),
                "An option of the import page is out of its range; the documentation of SellsyImportPageOptions gives the ranges.")
            .Validate(
                options => options is { French.Language: "fr", English.Language: "en" },
                "SellsyImportPageOptions.French must be texts in \"fr\", and English texts in \"en\": make them with ImportTexts.French.With(…) and ImportTexts.English.With(…).")
            .ValidateOnStart();
        services.TryAddSingleton<PageStores>();
        services.TryAddSingleton<PageFiles>();
        services.TryAddSingleton<SessionService>();
        services.TryAddSingleton<JobQueue>();
        services.TryAddSingleton<UserLimits>();
        services.TryAddSingleton<AssetFiles>();
        services.TryAddSingleton<Languages>();
        services.TryAddSingleton<MountedPages>();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<PlanViews>();
        services.TryAddTransient<ConfigViews>();
        services.TryAddTransient(provider => new StoreAbilities(
            provider.GetService<ILeadSink>() ?? throw new SellsyImportException(ErrorCodes.SinkMissing), provider.GetService<ISeparateLedger>()));
        services.TryAddTransient<SessionViews>();
        services.TryAddTransient<RowViews>();
        services.TryAddTransient<SessionRequests>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JobWorker>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ExpiryWorker>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AuthorizationCheck>());
        return builder;
    }
}
