using Microsoft.AspNetCore.Http;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The language that the page asks for: in the query of a download, otherwise in the header.</summary>
internal static class Languages
{
    public static ImportTexts Of(HttpContext http)
    {
        var asked = http.Request.Query["lang"].ToString() is { Length: > 0 } query ? query : http.Request.Headers.AcceptLanguage.ToString();
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? ImportTexts.English : ImportTexts.French;
    }
}
