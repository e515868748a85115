using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Keeps a host from starting that would show the page to everybody without having said so.</summary>
internal sealed class AuthorizationCheck(
    EndpointDataSource endpoints, MountedPages pages, IHostEnvironment environment, IOptions<AuthorizationOptions> authorization) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() && authorization.Value.FallbackPolicy is null && pages.Among(endpoints.Endpoints).Any(IsOpen))
        {
            throw new InvalidOperationException(
                "The import page is mounted without authorization. Call RequireAuthorization on what MapSellsyImport returns, set a fallback policy, "
                + "or say AllowAnonymous() if everybody may import.");
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
        && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
