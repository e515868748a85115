using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Builder;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>An import is opened from the history while another one is shown.</summary>
public sealed class HistoryPageTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n";

    [Fact]
    public async Task A_running_import_that_is_opened_beside_another_running_one_is_followed_to_its_end()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        using var written = new ManualResetEventSlim();
        host.OnSinkCall = call =>
        {
            if (call is { Method: nameof(IImportLedger.WriteAsync), IsDone: false })
            {
                written.Wait(Cancellation);
            }
        };
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await BeginAsync(page, Export, "first.csv");
        await page.Page.GetByText("Nouvel import").ClickAsync();
        await BeginAsync(page, Export.Replace("1;", "2;", StringComparison.Ordinal), "second.csv");

        await page.Page.GetByText("Historique").ClickAsync();
        await page.Page.Locator("tr", new() { HasText = "first.csv" }).GetByText("Ouvrir").ClickAsync();
        await page.Page.Locator("sellsy-import-add progress").WaitForAsync();
        written.Set();

        await page.Page.Locator("#report").WaitForAsync();
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task An_import_that_is_opened_while_the_mapping_of_another_one_is_shown_shows_its_report()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await page.UploadAsync(Export, "first.csv");
        await page.PreviewAsync();
        await page.AddAsync();
        await page.Page.GetByText("Nouvel import").First.ClickAsync();
        await page.UploadAsync(Export.Replace("1;", "2;", StringComparison.Ordinal), "second.csv");
        await page.PreviewAsync();
        await page.Page.GetByText("Retour aux correspondances").ClickAsync();

        await page.Page.GetByText("Historique").ClickAsync();
        await page.Page.GetByText("Ouvrir").ClickAsync();

        await page.Page.Locator("#report").WaitForAsync();
        await page.AssertCleanAsync();
    }

    private static async Task BeginAsync(ImportPage page, string export, string name)
    {
        await page.UploadAsync(export, name);
        await page.PreviewAsync();
        await page.Page.Locator("sellsy-import-preview button.main:not([disabled])").Last.ClickAsync();
        await page.Page.Locator("sellsy-import-add progress").WaitForAsync();
    }
}
