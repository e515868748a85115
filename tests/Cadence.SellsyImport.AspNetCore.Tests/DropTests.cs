using Microsoft.AspNetCore.Builder;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What is dragged: a file onto the page, and a column onto a field.</summary>
public sealed class DropTests
{
    [Fact]
    public async Task A_file_is_dropped_and_a_column_is_dragged_onto_a_field()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import");
        var file = await page.Page.EvaluateHandleAsync(
            """
            () => {
                const dragged = new DataTransfer();
                dragged.items.add(new File(['ID Sellsy;Prénom;Nom;Surnom;Propriétaire\n1;Léa;Blanc;Lélé;Marie Durand\n'], 'contacts.csv', { type: 'text/csv' }));
                return dragged;
            }
            """);

        await page.Page.DispatchEventAsync(".drop", "dragover", new { dataTransfer = file });
        await page.Page.Locator(".drop.over").WaitForAsync();
        await page.Page.DispatchEventAsync(".drop", "drop", new { dataTransfer = file });
        await page.Page.Locator("sellsy-import-mapping").WaitForAsync();
        await page.Page.Locator(".chip").GetByText("Surnom").DragToAsync(page.Page.Locator("[data-field=FirstName]"));
        await page.Page.Locator(".chip", new() { HasText = "Surnom" }).Locator(".use").WaitForAsync();
        await page.PreviewAsync();
        await page.AddAsync();

        Assert.Equal("Lélé", Assert.Single(host.Sink.Leads).Lead.FirstName);
        await page.AssertCleanAsync();
    }
}
