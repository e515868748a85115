using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>
/// The page in Chromium. Without one the tests are skipped with the reason; <c>CADENCE_REQUIRE_BROWSER=1</c> makes that a failure. Pictures of each
/// step are kept under <c>artifacts/page</c>.
/// </summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Société;Propriétaire\n"
        + "1;Léa;<img src=x onerror=window.trapped=1>;lea@exemple.example;Atelier;Marie Durand\n"
        + "2;Zoé;Gris;zoe@exemple.example;\"<script>window.trapped=1</script>\";Julien Perrault\n"
        + "3;;Noir;;;Marie Durand\n";

    private PageHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        var chromium = Array.Find(places, File.Exists);
        if (chromium is null && Environment.GetEnvironmentVariable("CADENCE_REQUIRE_BROWSER") == "1")
        {
            Assert.Fail("No Chromium was found, and CADENCE_REQUIRE_BROWSER=1 asks for one: install the package chromium.");
        }

        Assert.SkipWhen(chromium is null, "No Chromium was found; install the package chromium to run the page.");
        _host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
        await (_host?.DisposeAsync() ?? default);
    }

    [Theory]
    [InlineData("fr-FR", 1280, ColorScheme.Light)]
    [InlineData("en-GB", 390, ColorScheme.Dark)]
    public async Task The_whole_way_with_repairs_and_undo_without_a_violation_or_a_script_of_the_file(string locale, int width, ColorScheme colours)
    {
        await using var context = await _browser!.NewContextAsync(new() { Locale = locale, ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("favicon", StringComparison.Ordinal) && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };

        await page.GotoAsync($"{_host!.Address}/import");
        await page.Locator("sellsy-import-upload").WaitForAsync();
        await LookAsync(page, "upload", width);
        await page.SetInputFilesAsync("#picker", new FilePayload { Name = "contacts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Export) });
        await page.Locator("sellsy-import-mapping").WaitForAsync();
        await LookAsync(page, "mapping", width);
        await page.Locator("sellsy-import-mapping button.main").ClickAsync();
        await page.Locator("sellsy-import-preview").WaitForAsync();
        await LookAsync(page, "preview", width);
        await ExpectAsync(page, ".count >> nth=0", "1");

        // Repair a single cell: the row is judged at once, and previewed again once it is saved.
        await page.Locator("tr[data-row='3'] button.plain").ClickAsync();
        await page.Locator("dialog input[data-column='1']").FillAsync("Éric");
        await page.Locator("dialog input[data-column='1']").BlurAsync();
        await page.Locator("dialog .tag").First.WaitForAsync();
        await LookAsync(page, "row", width);
        await page.Locator("dialog button.main").ClickAsync();
        await ExpectAsync(page, ".count >> nth=0", "2");

        // A reload goes on where it was.
        await page.ReloadAsync();
        await page.Locator("sellsy-import-preview").WaitForAsync();
        await ExpectAsync(page, ".count >> nth=0", "2");
        await page.Locator("sellsy-import-preview button.main").Last.ClickAsync();
        await page.Locator("#report").WaitForAsync();
        await page.Locator("tr[data-row='1'] .tag.success").WaitForAsync();
        await LookAsync(page, "report", width);
        Assert.Equal(["1", "3"], _host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));

        await page.Locator("sellsy-import-add button.danger").ClickAsync();
        await page.Locator("[role=alertdialog] button.danger").ClickAsync();
        await page.Locator("sellsy-import-add .message.good").WaitForAsync();
        Assert.Empty(_host.Sink.Leads);

        await page.Locator("header button.plain").First.ClickAsync();
        await page.Locator("#history").WaitForAsync();
        await LookAsync(page, "history", width);
        Assert.Null(await page.EvaluateAsync<int?>("() => window.trapped ?? null"));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_page_of_many_rows_reaches_its_last_row_by_the_keyboard_and_by_number()
    {
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;Propriétaire\n");
        for (var row = 1; row <= 300_000; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row};Léa;Nom{row};Marie Durand\n");
        }

        var page = await _browser!.NewPageAsync();
        await page.GotoAsync($"{_host!.Address}/import");
        await page.Locator("sellsy-import-upload").WaitForAsync();
        await page.SetInputFilesAsync("#picker", new FilePayload { Name = "many.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) });
        await page.Locator("sellsy-import-mapping button.main").ClickAsync();
        await page.Locator("sellsy-import-preview").WaitForAsync(new() { Timeout = 60_000 });

        await page.Locator("sellsy-import-rows .view").PressAsync("End");
        await page.GetByText("Nom300000").WaitForAsync();
        await page.Locator("sellsy-import-rows input[name=row]").FillAsync("150000");
        await page.Locator("sellsy-import-rows input[name=row]").PressAsync("Enter");
        await page.GetByText("Nom150000").WaitForAsync();
        await page.Locator("sellsy-import-rows .view").PressAsync("Home");
        await page.GetByText("Nom1", new() { Exact = false }).First.WaitForAsync();
    }

    private static async Task ExpectAsync(IPage page, string selector, string text)
    {
        await page.Locator($"sellsy-import-preview {selector}").Filter(new() { HasText = text }).WaitForAsync(new() { Timeout = 30_000 });
    }

    /// <summary>Keeps a picture, and looks for what a screen reader or a weak eye would stumble over.</summary>
    private static async Task LookAsync(IPage page, string step, int width)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "page");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{step}-{width}.png"), FullPage = true });
        var found = await page.RunAxe();
        Assert.Equal([], found.Violations.Select(violation => $"{step}: {violation.Id}, {violation.Nodes.FirstOrDefault()?.Html}"));
    }
}
