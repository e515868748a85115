using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The page of our own, and its assets.</summary>
internal static class PageEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", Show);
        group.MapGet("/assets/{hash}/{file}", Asset);

        // A relative address, because a proxy may have taken off a prefix that the browser knows and this server does not.
        group.MapGet("/sellsy-import.js", (AssetFiles assets) => Results.Redirect($"assets/{assets.Hash}/sellsy-import.js"));
    }

    /// <summary>Without a slash at its end the address of the page would make its relative addresses wrong.</summary>
    private static IResult Show(HttpContext http, AssetFiles assets, IOptions<SellsyImportPageOptions> options)
    {
        var path = http.Request.Path.Value ?? "";
        var prefix = path.EndsWith('/') ? "" : $"{path.Split('/')[^1]}/";
        var language = Languages.Of(http).Language;
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        var title = WebUtility.HtmlEncode(options.Value.Title);
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="{prefix}assets/{assets.Hash}/page.css">
            <script type="module" src="{prefix}assets/{assets.Hash}/sellsy-import.js"></script>
            </head>
            <body><main><sellsy-import lang="{language}"></sellsy-import></main></body>
            </html>
            """,
            MediaTypeNames.Text.Html);
    }

    private static IResult Asset(HttpContext http, AssetFiles assets, string hash, string file)
    {
        if (hash != assets.Hash || !assets.TryFind(file, out var bytes, out var compressed))
        {
            return Problems.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        var type = file.EndsWith(".css", StringComparison.Ordinal) ? MediaTypeNames.Text.Css : MediaTypeNames.Text.JavaScript;
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(compressed, type);
        }

        return Results.Bytes(bytes, type);
    }
}
