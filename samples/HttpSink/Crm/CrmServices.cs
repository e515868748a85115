using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace HttpSink.Crm;

/// <summary>What this host registers for the import.</summary>
internal static class CrmServices
{
    public static IServiceCollection AddCrm(this IServiceCollection services, CrmOptions options, string ledgerPath)
    {
        services.AddHttpClient<ILeadSink, HttpLeadSink>(client => Configure(client, options)).AddResilienceHandler("crm", (pipeline, context) => Retry(pipeline, options, context.ServiceProvider));
        services.AddHttpClient<ICadenceUserProvider, HttpUsers>(client => Configure(client, options)).AddResilienceHandler("crm", (pipeline, context) => Retry(pipeline, options, context.ServiceProvider));
        services.AddSellsyImport(import =>
        {
            // A batch is one call of the sink, and the lease must outlast it.
            import.BatchSize = 100;
            import.LeaseDuration = TimeSpan.FromMinutes(10);
        }).UseSqliteLedger(ledgerPath);
        return services;
    }

    // 408, 429, 5xx, lost connections and tries that took too long are tried again: every request may come twice, for it has its key.
    private static void Retry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, CrmOptions options, IServiceProvider services)
    {
        pipeline.TimeProvider = services.GetService<TimeProvider>();
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddTimeout(options.TryTimeout);
    }

    private static void Configure(HttpClient client, CrmOptions options)
    {
        client.BaseAddress = options.Address;

        // Each try has a limit of its own.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
