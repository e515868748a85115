using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The page in a browser, by what a person does with it. It remembers every error and every script of a file that ran.</summary>
internal sealed class ImportPage
{
    /// <summary>What a test machine takes for a job at most, with a busy processor.</summary>
    private const float Patience = 120_000;

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "page");

    private readonly List<string> _errors = [];

    private ImportPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors of scripts and violations of the page's policy; answers of a server that is away are none.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static async Task<ImportPage> OpenAsync(IPage page, string address)
    {
        var opened = new ImportPage(page);
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => opened._errors.Add(error);
        page.Dialog += (_, dialog) => opened._errors.Add($"dialog: {dialog.Message}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                opened._errors.Add(message.Text);
            }
        };
        await page.AddInitScriptAsync("window.trapped = 0; for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.trapped++; };");
        await page.GotoAsync(address);
        await page.Locator("sellsy-import-upload").WaitForAsync();
        return opened;
    }

    public Task ChooseAsync(byte[] bytes, string name = "contacts.csv") =>
        Page.SetInputFilesAsync("#picker", new FilePayload { Name = name, MimeType = "text/csv", Buffer = bytes });

    public async Task UploadAsync(string csv, string name = "contacts.csv")
    {
        await ChooseAsync(Encoding.UTF8.GetBytes(csv), name);
        await Page.Locator("sellsy-import-mapping").WaitForAsync();
    }

    public async Task PreviewAsync()
    {
        await Page.Locator("sellsy-import-mapping button.main").ClickAsync();
        await PreviewedAsync();
    }

    /// <summary>Waits until a preview has ended, and the rows are those of the newest one.</summary>
    public async Task PreviewedAsync()
    {
        await Page.Locator("sellsy-import-preview .counts").WaitForAsync();
        await Page.Locator("sellsy-import-add progress, sellsy-import-preview .message.warn").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    public async Task AddAsync()
    {
        await Page.Locator("sellsy-import-preview button.main:not([disabled])").Last.ClickAsync();
        await Page.Locator("#report").WaitForAsync();
    }

    public async Task UndoAsync()
    {
        await Page.Locator("sellsy-import-add button.danger").ClickAsync();
        await Page.Locator("[role=alertdialog] button.danger").ClickAsync();
        await Page.Locator("sellsy-import-add .message.good").WaitForAsync();
    }

    /// <summary>Waits until a status has a number of rows: 0 those to be added, 1 those that exist, 2 those in error.</summary>
    public Task CountAsync(int status, string count) =>
        Page.Locator($"sellsy-import-preview .count >> nth={status} >> strong").GetByText(count, new() { Exact = true }).WaitForAsync();

    /// <summary>Keeps a picture, and looks for what a screen reader or a weak eye would stumble over.</summary>
    public async Task LookAsync(string name)
    {
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        var found = await Page.RunAxe();
        Assert.Equal([], found.Violations.Select(violation => $"{name}: {violation.Id}, {violation.Nodes.FirstOrDefault()?.Html}"));
    }

    /// <summary>Nothing of the file ran, and the page reported no error.</summary>
    public async Task AssertCleanAsync()
    {
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => window.trapped"));
        Assert.Empty(_errors);
    }
}
