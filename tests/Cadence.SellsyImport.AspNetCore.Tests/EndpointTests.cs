using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

public sealed class EndpointTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n"
        + "1;Léa;Blanc;lea@exemple.example;Marie Durand\n2;;Noir;;Marie Durand\n3;Zoé;Gris;;Julien Perrault\n";

    [Fact]
    public async Task Every_endpoint_asks_for_the_policy_of_the_host_and_a_host_without_one_does_not_start()
    {
        IEndpointRouteBuilder? routes = null;
        await using var host = await StartAsync(app =>
        {
            routes = app;
            return app.MapSellsyImport("/import").RequireAuthorization();
        });
        using var nobody = host.Client(user: null);

        var endpoints = routes!.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 20);
        foreach (var endpoint in endpoints)
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{number:long}", "1", StringComparison.Ordinal)
                .Replace("{what:regex(^(resume|cancel|undo)$)}", "undo", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            using var answer = await nobody.SendAsync(new(new(method), path), Cancellation);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(app => app.MapSellsyImport("/import")));
        Assert.Contains("AllowAnonymous", refused.Message, StringComparison.Ordinal);
        await using var open = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        await using var development = await StartAsync(app => app.MapSellsyImport("/import"), environment: "Development");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_change_that_another_site_asks_for_is_refused(string header, string value)
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        client.DefaultRequestHeaders.Add(header, value);

        using var answer = await client.PostAsync("api/files", Json(new { name = "a.csv", size = 1 }), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_that_cannot_set_our_header_is_refused()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        client.DefaultRequestHeaders.Remove("X-Sellsy-Import");

        using var answer = await client.PostAsync("api/files", Json(new { name = "a.csv", size = 1 }), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_whole_way_and_nobody_else_sees_any_of_it()
    {
        await using var host = await StartAsync();
        using var anna = host.Client();
        using var otto = host.Client("otto");

        var session = await OpenAsync(anna, Export);
        var id = session.GetProperty("id").GetString()!;
        var previewed = await WorkAsync(anna, id, "preview");
        var added = await WorkAsync(anna, id, "add");
        var again = await WorkAsync(anna, id, "add");
        var rows = await ReadAsync(anna.GetAsync($"api/sessions/{id}/rows?first=1&count=50", Cancellation));
        var rejected = await anna.GetStringAsync($"api/sessions/{id}/rejected?lang=en", Cancellation);
        using var profile = await anna.PutAsync($"api/sessions/{id}/profile", new StringContent(await anna.GetStringAsync($"api/sessions/{id}/profile", Cancellation)), Cancellation);
        var kept = await ReadAsync(anna.GetAsync($"api/sessions/{id}", Cancellation));
        var undone = await WorkAsync(anna, id, "undo");

        Assert.Equal(HttpStatusCode.Conflict, profile.StatusCode);
        Assert.Equal("done", kept.GetProperty("job").GetProperty("state").GetString());

        Assert.Equal((1, 0, 2), Counts(previewed, "plan", "blank", "active", "error"));
        Assert.Equal((3, 1, 2), Counts(added, "report", "read", "added", "errors"));
        Assert.Equal(added.GetProperty("report").ToString(), again.GetProperty("report").ToString());
        Assert.Equal(["success", "error", "error"], rows.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("status").GetString()));
        Assert.Contains("3;Zoé;Gris;;Julien Perrault;Error;", rejected, StringComparison.Ordinal);
        Assert.Equal(1, undone.GetProperty("report").GetProperty("undo").GetProperty("removed").GetInt64());
        Assert.Empty(host.Sink.Leads);
        foreach (var path in new[] { $"api/sessions/{id}", $"api/sessions/{id}/rows?first=1&count=1", $"api/sessions/{id}/rejected", $"api/sessions/{id}/events" })
        {
            using var answer = await otto.GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        Assert.Empty((await ReadAsync(otto.GetAsync("api/history", Cancellation))).GetProperty("imports").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_too_large_a_piece_that_is_too_long_and_one_at_another_place_are_refused()
    {
        await using var host = await StartAsync(configure: options => options.MaxFileBytes = 3_000_000);
        using var client = host.Client();
        using var large = await client.PostAsync("api/files", Json(new { name = "a.csv", size = 3_000_001 }), Cancellation);
        var file = (await ReadAsync(client.PostAsync("api/files", Json(new { name = "a.csv", size = 2_000_000 }), Cancellation))).GetProperty("fileId");
        using var longPiece = await client.PutAsync($"api/files/{file}?offset=0", Bytes(new byte[(1 << 20) + 1]), Cancellation);
        await ReadAsync(client.PutAsync($"api/files/{file}?offset=0", Bytes(new byte[1_000]), Cancellation));
        using var again = await client.PutAsync($"api/files/{file}?offset=0", Bytes(new byte[1_000]), Cancellation);
        using var elsewhere = await client.PutAsync($"api/files/{file}?offset=500", Bytes(new byte[1_000]), Cancellation);
        using var unfinished = await client.PostAsync("api/sessions", Json(new { fileId = file.GetString() }), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, longPiece.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.StatusCode, elsewhere.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, unfinished.StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\windows\\system.ini")]
    [InlineData("<img src=x onerror=alert(1)>.csv")]
    public async Task A_hostile_name_is_a_text_and_no_path(string name)
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        var session = await OpenAsync(client, Export, name);

        Assert.Equal(name, session.GetProperty("file").GetProperty("name").GetString());
        Assert.All(Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories), file => Assert.Matches("^[0-9a-f]{32}[.][a-z]+$", Path.GetFileName(file)));
        foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact]
    public async Task A_file_of_another_program_is_refused_in_one_sentence_with_our_code_and_no_exception()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var bytes = Encoding.UTF8.GetBytes("Person - Name;Person - Organization;Person - Email\nLéa;Blanc SA;lea@exemple.example\n");
        var file = (await ReadAsync(client.PostAsync("api/files", Json(new { name = "people.csv", size = bytes.Length }), Cancellation))).GetProperty("fileId");
        await ReadAsync(client.PutAsync($"api/files/{file}?offset=0", Bytes(bytes), Cancellation));

        using var answer = await client.PostAsync("api/sessions", Json(new { fileId = file.GetString() }), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("ExportOfAnotherProgram", text, StringComparison.Ordinal);
        Assert.Contains("Pipedrive", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_sink_says_so_and_assets_are_immutable_and_small()
    {
        await using var host = await StartAsync(withSink: false);
        using var client = host.Client();

        using var answer = await client.GetAsync("api/config", Cancellation);
        var page = await client.GetStringAsync("", Cancellation);
        var address = page.Split("src=\"")[1].Split('"')[0];
        using var asset = await client.GetAsync(address, Cancellation);

        Assert.Contains("SinkMissing", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("immutable", asset.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var assets = new Endpoints.AssetFiles();
        Assert.InRange(assets.Names.Sum(name => assets.TryFind(name, out var bytes, out _) ? bytes.Length : 0), 50_000, 120_000);
        Assert.InRange(assets.Names.Sum(name => assets.TryFind(name, out _, out var compressed) ? compressed.Length : 0), 10_000, 40_000);
    }

    private static (long, long, long) Counts(System.Text.Json.JsonElement session, string part, string one, string two, string three)
    {
        var counts = session.GetProperty(part).GetProperty("counts");
        return (counts.GetProperty(one).GetInt64(), counts.GetProperty(two).GetInt64(), counts.GetProperty(three).GetInt64());
    }
}
