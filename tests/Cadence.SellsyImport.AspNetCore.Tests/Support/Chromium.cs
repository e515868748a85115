using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The browser of a test. Without one the test is skipped with the reason; <c>CADENCE_REQUIRE_BROWSER=1</c> makes that a failure.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        var place = Array.Find(Places, File.Exists);
        if (place is null && Environment.GetEnvironmentVariable("CADENCE_REQUIRE_BROWSER") == "1")
        {
            Assert.Fail("No Chromium was found, and CADENCE_REQUIRE_BROWSER=1 asks for one: install the package chromium.");
        }

        Assert.SkipWhen(place is null, "No Chromium was found; install the package chromium to run the page.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox"] }));
    }

    public async Task<ImportPage> OpenAsync(string address, string locale = "fr-FR", int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new() { Locale = locale, ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        return await ImportPage.OpenAsync(await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
