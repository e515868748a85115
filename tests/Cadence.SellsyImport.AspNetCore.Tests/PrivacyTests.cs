using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What an answer does not show, and who may act on an import of another user.</summary>
public sealed class PrivacyTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n2;;Noir;Marie Durand\n";

    [Fact]
    public async Task An_exception_of_the_host_is_an_error_without_its_text()
    {
        await using var host = await StartAsync(services: services => services.AddSingleton<ICadenceUserProvider>(new FailingUsers()));
        using var client = host.Client();

        using var answer = await client.GetAsync("api/config", Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Blanc", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\ud800.csv\"")]
    [InlineData("\"a\\u0000.csv\"")]
    [InlineData("\"a\\r\\nSet-Cookie: x=1.csv\"")]
    [InlineData("\"\"")]
    [InlineData("17")]
    public async Task A_name_that_is_no_text_is_refused(string name)
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        using var answer = await client.PostAsync(
            "api/files", new StringContent($"{{\"name\":{name},\"size\":10}}", Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_about_people_is_stored_nowhere()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        await WorkAsync(client, id, "preview");

        foreach (var path in new[] { "api/config", $"api/sessions/{id}", $"api/sessions/{id}/rows?first=1&count=2", $"api/sessions/{id}/rows/1", $"api/sessions/{id}/rejected", $"api/sessions/{id}/profile", "api/history", "api/sessions/none" })
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal((path, "no-store"), (path, answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task Who_may_see_an_import_of_another_user_may_undo_it_and_nobody_else()
    {
        await using var host = await StartAsync(configure: options => options.MaySee = (user, import) =>
            options.UserOf(user) is var name && (name == "admin" || name == import.StartedBy));
        using var anna = host.Client();
        using var otto = host.Client("otto");
        using var admin = host.Client("admin");
        var id = (await OpenAsync(anna, Export)).GetProperty("id").GetString()!;
        await WorkAsync(anna, id, "preview");
        await WorkAsync(anna, id, "add");

        using var refused = await otto.PostAsync($"api/history/{id}/undo", Json(new { }), Cancellation);
        using var refusedRejected = await otto.GetAsync($"api/history/{id}/rejected", Cancellation);
        var seen = await ReadAsync(admin.GetAsync("api/history", Cancellation));
        var rejected = await admin.GetStringAsync($"api/history/{id}/rejected?lang=en", Cancellation);
        using var accepted = await admin.PostAsync($"api/history/{id}/undo", Json(new { }), Cancellation);
        using var notTheirs = await admin.GetAsync($"api/sessions/{id}", Cancellation);
        var undone = await WorkAsync(anna, id, "undo");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, refusedRejected.StatusCode));
        var import = Assert.Single(seen.GetProperty("imports").EnumerateArray());
        Assert.Equal((true, JsonValueKind.Null), (import.GetProperty("canUndo").GetBoolean(), import.GetProperty("sessionId").ValueKind));
        Assert.Contains("2;;Noir;Marie Durand;Error;", rejected, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound), (accepted.StatusCode, notTheirs.StatusCode));
        Assert.Equal(1, undone.GetProperty("report").GetProperty("undo").GetProperty("removed").GetInt64());
        Assert.Empty(host.Sink.Leads);
    }

    private sealed class FailingUsers : ICadenceUserProvider
    {
        public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The row of Léa Blanc is broken.");
    }
}
