using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The whole way in Chromium, by mouse, in both languages and themes, wide and narrow. Pictures of each step are kept under <c>artifacts/page</c>.</summary>
public sealed class WholeWayTests : IAsyncLifetime
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Société;Fonction;Propriétaire\n"
        + "1;Léa;Blanc;lea.blanc@exemple.example;Atelier du Nord;Directrice;Marie Durand\n"
        + "2;Zoé;Gris;zoe.gris@exemple.example;Boulangerie Gris;Gérante;Julien Perrault\n"
        + "3;;Noir;max.noir@exemple.example;;Acheteur;Marie Durand\n"
        + "4;Ada;Vert;ada@@exemple.example;Verts & Fils;Comptable;Hélène Aubrac\n"
        + "5;Ali;Roux;ali.roux@exemple.example;Roux SARL;;Julien Perrault\n";

    private PageHost? _host;
    private Chromium? _chromium;

    public async ValueTask InitializeAsync()
    {
        _chromium = await Chromium.StartAsync();
        _host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous(), build: import => import.UseExcel());
    }

    public async ValueTask DisposeAsync()
    {
        await (_chromium?.DisposeAsync() ?? default);
        await (_host?.DisposeAsync() ?? default);
    }

    [Theory]
    [InlineData("fr-FR", 1280, ColorScheme.Light)]
    [InlineData("en-GB", 1280, ColorScheme.Dark)]
    [InlineData("fr-FR", 390, ColorScheme.Dark)]
    [InlineData("en-GB", 390, ColorScheme.Light)]
    public async Task From_the_file_to_the_report_with_repairs_a_reload_and_an_undo(string locale, int width, ColorScheme colours)
    {
        var look = $"{width}-{locale[..2]}-{colours.ToString().ToLowerInvariant()}";
        var page = await _chromium!.OpenAsync($"{_host!.Address}/import", locale, width, colours);
        await page.LookAsync($"1-upload-{look}");
        await page.UploadAsync(Export);
        await page.LookAsync($"2-mapping-{look}");
        await page.PreviewAsync();
        await page.CountAsync(0, "2");
        await page.LookAsync($"3-preview-{look}");

        // By cause: the owner, once for both rows.
        await page.Page.Locator(".cause[data-code=OwnerUnknown] select").SelectOptionAsync("u2");
        await page.CountAsync(0, "4");
        await page.PreviewedAsync();

        // By value.
        await page.Page.Locator(".cause[data-code=EmailInvalid] summary").ClickAsync();
        await page.Page.Locator(".cause[data-code=EmailInvalid] input").FillAsync("ada@exemple.example");
        await page.LookAsync($"4-values-{look}");
        await page.Page.Locator(".cause[data-code=EmailInvalid] form button").ClickAsync();
        await page.Page.Locator(".cause[data-code=EmailInvalid]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.PreviewedAsync();

        // By cell: the row is judged at once, and previewed again once it is saved.
        await page.Page.Locator("tr[data-row='3'] button.plain").ClickAsync();
        await page.Page.Locator("dialog input[data-column='1']").FillAsync("Éric");
        await page.Page.Locator("dialog input[data-column='1']").BlurAsync();
        await page.Page.Locator("dialog .head .muted").WaitForAsync();
        await page.LookAsync($"5-row-{look}");
        await page.Page.Locator("dialog button.main").ClickAsync();
        await page.CountAsync(0, "5");
        await page.PreviewedAsync();

        // A reload goes on where it was.
        await page.Page.ReloadAsync();
        await page.CountAsync(0, "5");
        await page.LookAsync($"6-repaired-{look}");
        await page.AddAsync();
        await page.Page.Locator("tr[data-row='1'] .tag.success").WaitForAsync();
        await page.LookAsync($"7-report-{look}");
        Assert.Equal(["1", "2", "3", "4", "5"], _host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));

        await page.UndoAsync();
        Assert.Empty(_host.Sink.Leads);
        await page.Page.Locator("header button.plain").First.ClickAsync();
        await page.Page.Locator("#history").WaitForAsync();
        await page.LookAsync($"8-history-{look}");
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task A_contact_that_exists_shows_its_values_before_and_after()
    {
        var page = await _chromium!.OpenAsync($"{_host!.Address}/import");
        await page.UploadAsync(Export);
        await page.PreviewAsync();
        await page.AddAsync();
        await page.Page.Locator("header button.plain").Last.ClickAsync();

        await page.UploadAsync(Export.Replace("Directrice", "Présidente", StringComparison.Ordinal));
        await page.PreviewAsync();
        await page.CountAsync(1, "2");
        await page.Page.Locator("fieldset input").Last.CheckAsync();
        await page.Page.Locator("tr[data-row='1'] button.plain").ClickAsync();

        await page.Page.Locator("dialog").GetByText("Présidente").First.WaitForAsync();
        await page.Page.Locator("dialog").GetByText("Directrice").First.WaitForAsync();
        await page.LookAsync("9-before-after");
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task A_file_that_is_not_read_as_detected_is_read_as_a_person_says()
    {
        var page = await _chromium!.OpenAsync($"{_host!.Address}/import");
        var lines = string.Concat(Enumerable.Range(1, 40).Select(line => $"{line};Zoé;zoe@exemple.example;06 00 00 00 {line:00}\n"));

        await page.ChooseAsync(System.Text.Encoding.UTF8.GetBytes(lines + Export));
        await page.Page.Locator("input[name=headingRow]").FillAsync("41");
        await page.LookAsync("10-read-otherwise");
        await page.Page.Locator("input[name=headingRow]").PressAsync("Enter");
        await page.Page.Locator("sellsy-import-mapping").WaitForAsync();
        await page.PreviewAsync();

        await page.CountAsync(0, "2");
        await page.AssertCleanAsync();
    }
}
