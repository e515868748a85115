using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What a person reads where the page cannot do what was asked: one sentence, in the language of the page.</summary>
public sealed class ProblemTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n";

    [Theory]
    [InlineData("fr", "GET", "sessions/unknown", "", HttpStatusCode.NotFound, "Ce fichier ou cet import n’est plus ici, ou appartient à un autre utilisateur. Importez de nouveau le fichier ; les leads ajoutés restent dans Cadence.")]
    [InlineData("en", "GET", "sessions/unknown", "", HttpStatusCode.NotFound, "This file or import is no longer here, or belongs to another user. Upload the file again; leads that were added stay in Cadence.")]
    [InlineData("fr", "POST", "files", """{"name":"contacts.csv","size":0}""", HttpStatusCode.UnprocessableEntity, "contacts.csv est vide. Réexportez les contacts depuis Sellsy.")]
    [InlineData("en", "POST", "files", """{"name":"contacts.csv","size":0}""", HttpStatusCode.UnprocessableEntity, "contacts.csv is empty. Export the contacts from Sellsy again.")]
    [InlineData("fr", "POST", "files", """{"name":"contacts.csv","size":2000}""", HttpStatusCode.RequestEntityTooLarge, "L’envoi est trop volumineux. Choisissez un fichier plus petit.")]
    [InlineData("fr", "POST", "sessions", "null", HttpStatusCode.BadRequest, "Une valeur de la demande n’est pas admise. Rechargez la page et choisissez une autre valeur.")]
    public async Task A_refusal_is_a_sentence_in_the_language_of_the_page(string language, string method, string path, string body, HttpStatusCode status, string expected)
    {
        await using var host = await StartAsync(configure: options => options.MaxFileBytes = 1_000);
        using var client = host.Client();
        client.DefaultRequestHeaders.Remove("Accept-Language");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var request = new HttpRequestMessage(new(method), $"api/{path}") { Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json") };

        using var answer = await client.SendAsync(request, Cancellation);
        using var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal((status, expected), (answer.StatusCode, problem.RootElement.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("fr-FR", 401, "Pas de réponse du serveur (401). Rechargez la page.")]
    [InlineData("en-GB", 200, "No answer from the server (SyntaxError). Reload the page.")]
    [InlineData("fr-FR", 0, "Pas de réponse du serveur (TypeError). Rechargez la page.")]
    public async Task A_sign_in_that_has_ended_and_a_server_that_is_away_are_said_in_the_language_of_the_page(string locale, int status, string expected)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import", locale);
        await page.Page.RouteAsync("**/api/files", route => status == 0
            ? route.AbortAsync()
            : route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<h1>Sign in</h1>" }));

        await page.ChooseAsync(Encoding.UTF8.GetBytes(Export));

        await page.Page.GetByText(expected).WaitForAsync();
    }

    [Fact]
    public async Task An_empty_file_is_refused_in_french()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import");

        await page.ChooseAsync([]);

        await page.Page.GetByText("contacts.csv est vide. Réexportez les contacts depuis Sellsy.").WaitForAsync();
        await page.AssertCleanAsync();
    }
}
