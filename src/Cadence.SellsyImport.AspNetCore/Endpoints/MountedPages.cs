using Microsoft.AspNetCore.Routing;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Finds the endpoints of the page again among those of the host.</summary>
internal sealed class MountedPages
{
    /// <summary>What every endpoint of the page bears.</summary>
    public object Mark { get; } = new PageMark();

    public IEnumerable<RouteEndpoint> Among(IEnumerable<Microsoft.AspNetCore.Http.Endpoint> endpoints) =>
        endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is not null);

    private sealed class PageMark;
}
