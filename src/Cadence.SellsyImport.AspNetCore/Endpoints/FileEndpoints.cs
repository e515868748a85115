using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Uploads in pieces, each of which can be lost and sent again.</summary>
internal static class FileEndpoints
{
    public const int ChunkBytes = 1 << 20;
    private const int LongestName = 255;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/files", CreateAsync);
        api.MapGet("/files/{id}", FindAsync);
        api.MapPut("/files/{id}", AppendAsync);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, PageStores stores, IOptions<SellsyImportPageOptions> options, UserLimits limits, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync(PageJson.Default.FileRequest, cancellationToken).ConfigureAwait(false);
        var name = (request.Name ?? "").Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || request.Size < 0)
        {
            return Problems.Invalid("A file has a name of 1 to 255 characters and a size.");
        }

        if (request.Size == 0)
        {
            throw new SellsyImportException(ErrorCodes.FileEmpty, name);
        }

        if (request.Size > options.Value.MaxFileBytes)
        {
            return Results.Problem(title: "Too large", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var user = options.Value.UserOf(http.User);
        if (!limits.MayStart(user) || await CountAsync(stores, user, cancellationToken).ConfigureAwait(false) >= options.Value.MaxFilesPerUser)
        {
            return Results.Problem(title: "Too many", statusCode: StatusCodes.Status429TooManyRequests);
        }

        var file = new StoredFile(StoredFile.NewId(), name, request.Size, user, time.GetUtcNow(), Received: 0);
        await stores.Files.CreateAsync(file, cancellationToken).ConfigureAwait(false);
        return Results.Json(ViewOf(file), PageJson.Default.FileView, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(HttpContext http, string id, PageStores stores, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken) =>
        await OfUserAsync(http, id, stores, options.Value, cancellationToken).ConfigureAwait(false) is { } file
            ? Results.Json(ViewOf(file), PageJson.Default.FileView)
            : Problems.NotFound();

    private static async Task<IResult> AppendAsync(
        HttpContext http, string id, long offset, PageStores stores, IOptions<SellsyImportPageOptions> options, CancellationToken cancellationToken)
    {
        if (await OfUserAsync(http, id, stores, options.Value, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return Problems.NotFound();
        }

        if (await ReadPieceAsync(http.Request, cancellationToken).ConfigureAwait(false) is not { } piece || offset < 0 || offset > file.Size - piece.Length)
        {
            return Results.Problem(title: "Too large", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var received = await stores.Files.AppendAsync(id, offset, piece, cancellationToken).ConfigureAwait(false);
        var isAppended = received == offset + piece.Length;
        if (isAppended && received == file.Size)
        {
            await options.Value.OnUploaded(file.User, file.Name).ConfigureAwait(false);
        }

        return Results.Json(
            ViewOf(file with { Received = received }), PageJson.Default.FileView, statusCode: isAppended ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The piece, or null where it is too large.</summary>
    private static async Task<byte[]?> ReadPieceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > ChunkBytes)
        {
            return null;
        }

        using var piece = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (piece.Length + read > ChunkBytes)
            {
                return null;
            }

            piece.Write(buffer, 0, read);
        }

        return piece.ToArray();
    }

    internal static async ValueTask<StoredFile?> OfUserAsync(
        HttpContext http, string id, PageStores stores, SellsyImportPageOptions options, CancellationToken cancellationToken) =>
        await stores.Files.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } file && file.User == options.UserOf(http.User) ? file : null;

    private static async ValueTask<int> CountAsync(PageStores stores, string user, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var file in stores.Files.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            count += file.User == user ? 1 : 0;
        }

        return count;
    }

    private static FileView ViewOf(StoredFile file) => new(file.Id, file.Name, file.Size, file.Received, ChunkBytes);
}
