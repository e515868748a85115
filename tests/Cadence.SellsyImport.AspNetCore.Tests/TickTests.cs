using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What a person ticks is what is added, and nothing else.</summary>
public sealed class TickTests
{
    private static readonly string Export = RowsOfTwoOwners(20);

    [Fact]
    public async Task A_stretch_of_filtered_rows_is_ticked_without_the_rows_between_them()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await PreviewedAsync(chromium, host);
        await page.Page.GetByText("Tout décocher").ClickAsync();
        await page.Page.Locator("form.filters select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = "Marie Durand (10)" });

        await Box(page, 2).ClickAsync();
        await Box(page, 2, isTicked: true).WaitForAsync();
        await Box(page, 8).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Box(page, 8, isTicked: true).WaitForAsync();
        await page.AddAsync();

        Assert.Equal(["2", "4", "6", "8"], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task A_row_that_another_page_left_out_meanwhile_stays_out()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        using var other = host.Client(user: null);
        var page = await PreviewedAsync(chromium, host);
        var id = await page.Page.EvaluateAsync<string>("() => document.querySelector('sellsy-import').session.id");
        await ReadAsync(other.PatchAsync($"api/sessions/{id}", Json(new { selection = "1-4,6-20" }), Cancellation));

        await Box(page, 7).ClickAsync();
        await Box(page, 7, isTicked: false).WaitForAsync();
        await page.AddAsync();

        Assert.Equal(18, host.Sink.Leads.Count);
        Assert.DoesNotContain(host.Sink.Leads, lead => lead.Lead.SellsyContactId is "5" or "7");
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task What_another_window_decided_meanwhile_is_not_added_before_it_was_seen()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        using var other = host.Client(user: null);
        var page = await PreviewedAsync(chromium, host);
        var id = await page.Page.EvaluateAsync<string>("() => document.querySelector('sellsy-import').session.id");
        await ReadAsync(other.PatchAsync($"api/sessions/{id}", Json(new { selection = "3" }), Cancellation));

        await page.Page.GetByText("Ajouter", new() { Exact = true }).Last.ClickAsync();
        await page.Page.GetByText("Cet import vient de changer, peut-être dans une autre fenêtre.").WaitForAsync();
        var before = host.Sink.Leads.Count;
        await page.Page.ReloadAsync();
        await page.AddAsync();

        Assert.Equal((0, "3"), (before, Assert.Single(host.Sink.Leads).Lead.SellsyContactId));
        await page.AssertCleanAsync();
    }

    private static async Task<ImportPage> PreviewedAsync(Chromium chromium, PageHost host)
    {
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await page.UploadAsync(Export);
        await page.PreviewAsync();
        await Box(page, 1, isTicked: true).WaitForAsync();
        return page;
    }

    private static ILocator Box(ImportPage page, int row, bool? isTicked = null) => page.Page.Locator(
        $"sellsy-import-rows tr[data-row='{row}'] input{(isTicked is null ? "" : isTicked.Value ? ":checked" : ":not(:checked)")}");

    private static string RowsOfTwoOwners(int rows)
    {
        var export = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire\n");
        for (var row = 1; row <= rows; row++)
        {
            export.Append(CultureInfo.InvariantCulture, $"{row};Léa;Nom {row};{(row % 2 == 0 ? "Marie Durand" : "Hélène Aubrac")}\n");
        }

        return export.ToString();
    }
}
