using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Reads the JSON of a request.</summary>
internal static class HttpJson
{
    private const long MostBytes = 16 << 20;

    /// <exception cref="BadHttpRequestException">The body is no such JSON, or too long.</exception>
    public static async ValueTask<T> ReadAsync<T>(this HttpContext http, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (http.Request.ContentLength > MostBytes)
        {
            throw new BadHttpRequestException("Too long.", StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, cancellationToken).ConfigureAwait(false)
                ?? throw new BadHttpRequestException("No JSON.");
        }
        catch (JsonException)
        {
            throw new BadHttpRequestException("No such JSON.");
        }
    }
}
