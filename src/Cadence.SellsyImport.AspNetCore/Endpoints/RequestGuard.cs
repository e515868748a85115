using Microsoft.AspNetCore.Http;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>
/// Refuses changes that another site asked for: by Fetch Metadata (https://www.w3.org/TR/fetch-metadata/), by the origin where a browser sends none, and
/// by a header that no form of another site can set.
/// </summary>
internal static class RequestGuard
{
    public const string Header = "X-Sellsy-Import";

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || IsOwn(http.Request)
            ? await next(context).ConfigureAwait(false)
            : Problems.InWords(http, Results.Problem(title: "Forbidden", statusCode: StatusCodes.Status403Forbidden));
    }

    private static bool IsOwn(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(Header))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
