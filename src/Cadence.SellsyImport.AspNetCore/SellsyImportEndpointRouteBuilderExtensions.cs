using Cadence.SellsyImport.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.AspNetCore;

/// <summary>Mounts the import page.</summary>
public static class SellsyImportEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Mounts the import page and all it asks for under one path. What is required of the result holds for every one of its endpoints:
    /// <c>app.MapSellsyImport("/import").RequireAuthorization("Import");</c>
    /// </summary>
    /// <remarks>
    /// Outside the development environment the host does not start where an endpoint neither requires authorization (by itself or by the fallback
    /// policy) nor allows anonymous users with <c>AllowAnonymous()</c>.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path, such as <c>/import</c>.</param>
    /// <returns>All endpoints of the page, for conventions such as authorization.</returns>
    /// <exception cref="InvalidOperationException"><c>AddImportPage</c> was not called.</exception>
    public static IEndpointConventionBuilder MapSellsyImport(this IEndpointRouteBuilder endpoints, string path = "/import")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var mounted = endpoints.ServiceProvider.GetService<MountedPages>()
            ?? throw new InvalidOperationException("The import page has no services; call AddSellsyImport().AddImportPage() when the services are registered.");
        var group = endpoints.MapGroup(path.TrimEnd('/'));
        group.AddEndpointFilter(RequestGuard.CheckAsync).WithMetadata(mounted.Mark);
        PageEndpoints.Map(group);
        var api = group.MapGroup("/api").AddEndpointFilter(Problems.CatchAsync);
        FileEndpoints.Map(api);
        SessionEndpoints.Map(api);
        RowEndpoints.Map(api);
        WorkEndpoints.Map(api);
        HistoryEndpoints.Map(api);
        return group;
    }
}
