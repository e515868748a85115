using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Where a host mounts the page: under a path base, behind a proxy that takes a prefix off, under a fallback policy.</summary>
public sealed class HostingTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n";

    [Fact]
    public async Task A_fallback_policy_that_refuses_all_is_policy_enough_and_covers_every_endpoint()
    {
        await using var host = await StartAsync(
            app => app.MapSellsyImport("/import"),
            services: services => services.Configure<AuthorizationOptions>(options =>
                options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        using var nobody = host.Client(user: null);
        using var anna = host.Client();

        foreach (var path in new[] { "", "sellsy-import.js", "assets/x/lit.js", "api/config", "api/history", "api/sessions/x/events", "api/sessions/x/rejected" })
        {
            using var answer = await nobody.GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }

        Assert.Equal("map", (await OpenAsync(anna, Export)).GetProperty("step").GetString());
    }

    [Theory]
    [InlineData("/crm", "")]
    [InlineData("", "/tools/crm")]
    [InlineData("/crm", "/tools")]
    public async Task The_page_works_under_a_path_base_and_behind_a_proxy_that_takes_a_prefix_off(string pathBase, string prefix)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app =>
        {
            app.UsePathBase(pathBase);
            app.UseRouting();
            return app.MapSellsyImport("/import").AllowAnonymous();
        });
        await using var proxy = await RoundRobinProxy.StartAsync(() => [host.Address], prefix);
        using var client = new HttpClient();

        var page = await chromium.OpenAsync($"{proxy.Address}{pathBase}/import");
        await page.UploadAsync(Export);
        await page.PreviewAsync();
        await page.AddAsync();
        var module = await client.GetStringAsync($"{proxy.Address}{pathBase}/import/sellsy-import.js", Cancellation);

        Assert.Equal("1", Assert.Single(host.Sink.Leads).Lead.SellsyContactId);
        Assert.Contains("customElements.define('sellsy-import'", module, StringComparison.Ordinal);
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task The_element_works_in_a_page_of_the_host_with_its_own_look()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app =>
        {
            app.MapGet("/crm", () => Microsoft.AspNetCore.Http.Results.Content(
                "<!doctype html><html lang=en><title>CRM</title><style>sellsy-import { --sellsy-import-accent: rgb(0, 100, 60); }</style>"
                + "<main><h1>CRM</h1><script type=module src=/import/sellsy-import.js></script><sellsy-import lang=en theme=dark></sellsy-import></main></html>",
                "text/html",
                Encoding.UTF8));
            return app.MapSellsyImport("/import").AllowAnonymous();
        });

        var page = await chromium.OpenAsync($"{host.Address}/crm");
        await page.UploadAsync(Export);
        var heard = page.Page.EvaluateAsync<string>("() => new Promise((done) => document.addEventListener('previewed', (event) => done(event.detail.sessionId)))");
        await page.PreviewAsync();

        Assert.Matches("^[0-9a-f]{32}$", await heard);
        Assert.Equal("dark", await page.Page.Locator("sellsy-import").GetAttributeAsync("data-theme"));
        await page.AssertCleanAsync();
    }
}
