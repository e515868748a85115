using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>A table that is longer than a browser can lay out.</summary>
public sealed class ManyRowsTests(ITestOutputHelper output)
{
    private static readonly int Rows = LongProof.Count(sample: 60_000, all: 1_000_000);

    [Fact]
    public async Task The_last_row_is_reached_rows_are_filtered_and_all_are_added()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        using var client = host.Client(user: null);
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire\n");
        for (var row = 1; row <= Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row};Léa;Nom{row};{(row % 1000 == 0 ? "Inconnue" : "Marie Durand")}\n");
        }

        var session = await PageHost.OpenAsync(client, text.ToString());
        await PageHost.WorkAsync(client, session.GetProperty("id").GetString()!, "preview");
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await page.Page.GotoAsync($"{host.Address}/import#import={session.GetProperty("id").GetString()}");
        await page.Page.ReloadAsync();
        await page.PreviewedAsync();

        await page.Page.Locator("sellsy-import-rows .view").PressAsync("End");
        await page.Page.GetByText($"Nom{Rows}", new() { Exact = false }).First.WaitForAsync();
        await JumpAsync(page, 30);
        await page.Page.Locator("sellsy-import-rows .view").PressAsync("Home");
        await page.Page.Locator("tr[data-row='1']").GetByText("Nom1").WaitForAsync();
        await page.Page.Locator("sellsy-import-preview .count >> nth=2").ClickAsync();
        await page.Page.Locator("sellsy-import-rows").GetByText("Nom1000", new() { Exact = false }).First.WaitForAsync();
        await page.Page.Locator("sellsy-import-preview .count >> nth=2").ClickAsync();
        await page.AddAsync();

        Assert.Equal(Rows - (Rows / 1000), host.Sink.Leads.Count);
        var heap = await page.Page.EvaluateAsync<double>("() => performance.memory.usedJSHeapSize / 1e6");
        output.WriteLine($"{Rows:N0} rows: {heap:N0} MB of the page's heap; {Environment.WorkingSet / 1e6:N0} MB of the server's process with its test, file and leads in memory.");
        await page.AssertCleanAsync();
    }

    /// <summary>Goes to random rows by number, as the bar does, and measures from the key to the row.</summary>
    private async Task JumpAsync(ImportPage page, int jumps)
    {
        var random = new Random(15);
        var times = new List<double>();
        for (var jump = 0; jump < jumps; jump++)
        {
            var row = random.Next(1, Rows);
            times.Add(await page.Page.EvaluateAsync<double>(
                """
                async (row) => {
                    const find = (root, name) => { for (const one of root.querySelectorAll('*')) { if (one.localName === name) return one; const inner = one.shadowRoot && find(one.shadowRoot, name); if (inner) return inner; } };
                    const rows = find(document, 'sellsy-import-rows');
                    const start = performance.now();
                    rows.goTo(row);
                    while (!rows.renderRoot.querySelector(`tr[data-row='${row}'] button`)?.textContent.includes(`Nom${row}`)) {
                        await new Promise((done) => requestAnimationFrame(done));
                    }
                    return performance.now() - start;
                }
                """,
                row));
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{jumps} random jumps among {Rows} rows: median {times[jumps / 2]:N0} ms, worst {times[^1]:N0} ms."));
    }
}
