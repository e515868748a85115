using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Contacts that may be leads that exist, decided in the page. One of the ids would be a script where a page took it for markup.</summary>
public sealed class MatchPageTests
{
    private const string Trap = "<img src=x onerror=window.trapped++>";

    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n"
        + "101;Anne;Petit;anne@exemple.example;Marie Durand\n102;Luc;Petit;luc@exemple.example;Marie Durand\n103;Zoé;Gris;zoe@exemple.example;Marie Durand\n";

    [Theory]
    [InlineData("fr-FR", "Même lead", "Nouveau lead")]
    [InlineData("en-GB", "Same lead", "New lead")]
    public async Task Matches_are_decided_for_all_rows_and_for_one_and_taken_back(string locale, string same, string created)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await EmailMatcher.HostAsync(
            app => app.MapSellsyImport("/import").AllowAnonymous(), (Trap, "anne@exemple.example"), ("8", "luc@exemple.example"));
        var page = await chromium.OpenAsync($"{host.Address}/import", locale);
        var cause = page.Page.Locator(".cause[data-code=MatchUndecided]");
        var corrections = page.Page.Locator("sellsy-import-preview details.card li");
        await page.UploadAsync(Export);
        await page.PreviewAsync();
        await page.CountAsync(2, "2");

        // All rows of the cause, by keyboard.
        await page.LookAsync($"12-match-{locale[..2]}");
        await cause.GetByText(created, new() { Exact = true }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.CountAsync(0, "3");
        await page.PreviewedAsync();

        // One row, in its panel.
        await page.Page.Locator("tr[data-row='1'] button.plain").ClickAsync();
        var answer = page.Page.Locator("dialog").GetByText(same, new() { Exact = true });
        await answer.WaitForAsync();
        await page.LookAsync($"13-match-row-{locale[..2]}");
        await answer.ClickAsync();
        await page.CountAsync(1, "1");
        await page.PreviewedAsync();

        // The answer to all rows is taken back; that to the one row stays.
        await corrections.GetByText(Trap).WaitForAsync();
        Assert.Equal(2, await corrections.CountAsync());
        await page.LookAsync($"14-match-decided-{locale[..2]}");
        await corrections.Filter(new() { HasText = created }).Locator("button").ClickAsync();
        await page.CountAsync(2, "1");
        await page.PreviewedAsync();
        await cause.GetByText(same, new() { Exact = true }).ClickAsync();
        await page.CountAsync(1, "2");
        await page.PreviewedAsync();
        await page.AddAsync();

        Assert.Equal(["103", "8", Trap], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task What_a_loaded_profile_decided_outlives_a_change_of_the_mapping_and_is_taken_back_like_a_correction()
    {
        const string Profile = """
            {
              "version": 1,
              "fields": {
                "SellsyContactId": { "column": "ID Sellsy" }, "LastName": { "column": "Nom" }, "Email": { "column": "E-mail" }, "Owner": { "column": "Propriétaire" },
                "Tags": { "column": "Prénom", "values": { "Zoé": "important" } }
              },
              "matches": { "101": "" },
              "otherMatches": "same"
            }
            """;
        await using var chromium = await Chromium.StartAsync();
        await using var host = await EmailMatcher.HostAsync(
            app => app.MapSellsyImport("/import").AllowAnonymous(), ("7", "anne@exemple.example"), ("8", "luc@exemple.example"));
        var page = await chromium.OpenAsync($"{host.Address}/import", "en-GB");
        var corrections = page.Page.Locator("sellsy-import-preview details.card li");
        await page.UploadAsync(Export);

        await page.Page.SetInputFilesAsync("#profile", new FilePayload { Name = "profile.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Profile) });
        await page.Page.Locator("[data-field=FirstName] input").FillAsync("Dominique");
        await page.Page.Locator("[data-field=FirstName] input").BlurAsync();
        await page.PreviewAsync();
        await page.CountAsync(1, "1");
        var all = await corrections.AllInnerTextsAsync();
        await corrections.Filter(new() { HasText = "important" }).Locator("button").ClickAsync();
        await corrections.Filter(new() { HasText = "important" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.PreviewedAsync();
        await page.Page.Locator("sellsy-import-preview details button.danger").ClickAsync();
        await page.CountAsync(2, "2");
        await page.PreviewedAsync();

        Assert.Equal(["Other matches: Same lead", "Contact 101: New lead", "Prénom: “Zoé” → “important”"], all.Select(text => text.Split("Take back")[0].Trim()));
        Assert.Equal(0, await corrections.CountAsync());
        await page.AssertCleanAsync();
    }
}
