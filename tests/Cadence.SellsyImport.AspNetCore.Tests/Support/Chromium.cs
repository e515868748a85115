using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The browser of a test. See <see cref="LongProof"/> for when there is one.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        var place = LongProof.RequireBrowser(Array.Find(Places, File.Exists));
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
