using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The whole way by keyboard alone: every element is reached by the tab key and used by its own keys.</summary>
public sealed class KeyboardTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Société;Propriétaire\n"
        + "1;Léa;Blanc;Atelier;Marie Durand\n2;Zoé;Gris;Gris SA;Julien Perrault\n3;Max;Noir;Noir SA;Marie Durand\n";

    private const string Focused =
        "() => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one; }";

    [Fact]
    public async Task The_whole_way_needs_no_mouse()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import");
        var keys = page.Page.Keyboard;

        await ReachAsync(page, "one.matches('.drop button')");
        var chooser = await ChooseAsync(page.Page);
        await chooser.SetFilesAsync(new FilePayload { Name = "contacts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Export) });
        await page.Page.Locator("sellsy-import-mapping").WaitForAsync();

        // The company is not wanted: the first choice of its list is no column.
        await ReachAsync(page, "one.localName === 'select' && one.closest('[data-field=Company]')");
        await keys.PressAsync("Home");
        await page.Page.Locator("details.card summary").GetByText("(1)").WaitForAsync();
        await ReachAsync(page, "one.matches('sellsy-import-mapping button.main, button.main') && one.getRootNode().host.localName === 'sellsy-import-mapping'");
        await keys.PressAsync("Enter");
        await page.PreviewedAsync();
        await page.CountAsync(0, "2");

        await ReachAsync(page, "one.localName === 'select' && one.closest('.cause')");
        await keys.PressAsync("H");
        await page.CountAsync(0, "3");
        await page.PreviewedAsync();

        // In the table: down to row 3, out of the selection, and its panel opened and closed.
        await ReachAsync(page, "one.matches('.view')");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Space");
        await page.Page.Locator("tr[data-row='3'] input:not(:checked)").WaitForAsync();
        await ReachAsync(page, "one.matches('.view')");
        await keys.PressAsync("Enter");
        await page.Page.Locator("dialog[open] h2").GetByText("3").WaitForAsync();
        await keys.PressAsync("Escape");
        await page.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await ReachAsync(page, "one.matches('button.main') && one.getRootNode().host.localName === 'sellsy-import-preview'");
        await keys.PressAsync("Enter");
        await page.Page.Locator("#report").WaitForAsync();
        Assert.Equal(["1", "2"], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
        Assert.All(host.Sink.Leads, lead => Assert.Null(lead.Lead.Company));

        await ReachAsync(page, "one.matches('button.danger')");
        await keys.PressAsync("Enter");
        await ReachAsync(page, "one.closest('[role=alertdialog]') && one.matches('.danger')");
        await keys.PressAsync("Enter");
        await page.Page.Locator("sellsy-import-add .message.good").WaitForAsync();
        Assert.Empty(host.Sink.Leads);
        await page.AssertCleanAsync();
    }

    /// <summary>Presses Enter on the button that has the focus. A browser shows the chooser only within seconds after the key; on a busy machine it is pressed again.</summary>
    private static async Task<IFileChooser> ChooseAsync(IPage page)
    {
        for (var presses = 1; ; presses++)
        {
            try
            {
                return await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"), new() { Timeout = 30_000 });
            }
            catch (TimeoutException) when (presses < 4)
            {
            }
        }
    }

    /// <summary>Presses the tab key until the element that has the focus meets a condition, and sees that the focus is shown.</summary>
    private static async Task ReachAsync(ImportPage page, string condition)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            if (await page.Page.EvaluateAsync<bool>($"() => {{ const one = ({Focused})(); return Boolean({condition}); }}"))
            {
                Assert.NotEqual("none", await page.Page.EvaluateAsync<string>($"() => getComputedStyle(({Focused})()).outlineStyle"));
                return;
            }

            await page.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The tab key does not reach what meets: {condition}");
    }
}
