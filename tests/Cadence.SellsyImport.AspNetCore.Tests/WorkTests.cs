using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Work that is stopped, and rows that are mended elsewhere.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private PageHost? _host;
    private Chromium? _chromium;

    public async ValueTask InitializeAsync()
    {
        _chromium = await Chromium.StartAsync();
        _host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
    }

    public async ValueTask DisposeAsync()
    {
        await (_chromium?.DisposeAsync() ?? default);
        await (_host?.DisposeAsync() ?? default);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task Rejected_rows_come_back_byte_for_byte_and_mended_ones_are_taken(string locale)
    {
        var isFrench = locale.StartsWith("fr", StringComparison.Ordinal);
        const string Headings = "ID Sellsy;Prénom;Nom;Société;Propriétaire";
        const string Bad = "2;Zoé;\"Gris; dite \"\"Zozo\"\"\";  L’Atelier ;Julien Perrault";
        var latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var page = await _chromium!.OpenAsync($"{_host!.Address}/import", locale);
        await page.ChooseAsync(latin.GetBytes($"{Headings}\r\n1;Léa;Blanc;Café;Marie Durand\r\n{Bad}\r\n3;;Noir;;Marie Durand\r\n"));
        await page.PreviewAsync();
        await page.CountAsync(2, "2");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("a[download]").ClickAsync());
        var rejected = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var lines = latin.GetString(rejected).Split("\r\n");
        await page.Page.SetInputFilesAsync("#mended", new FilePayload
        {
            Name = "mended.csv",
            MimeType = "text/csv",
            Buffer = latin.GetBytes(latin.GetString(rejected).Replace("Julien Perrault", "Hélène Aubrac", StringComparison.Ordinal).Replace("3;;Noir", "3;Éric;Noir", StringComparison.Ordinal)),
        });
        await page.CountAsync(0, "3");
        await page.PreviewedAsync();
        await page.AddAsync();

        Assert.Equal("contacts-rejected.csv", download.SuggestedFilename);
        Assert.Equal($"{Headings};Statut;Raison", lines[0]);
        Assert.StartsWith($"{Bad};{(isFrench ? "Erreur" : "Error")};", lines[1], StringComparison.Ordinal);
        Assert.Contains("Julien Perrault", lines[1][Bad.Length..], StringComparison.Ordinal);
        Assert.StartsWith("3;;Noir;;Marie Durand;", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
        Assert.Equal(["1", "2", "3"], _host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task A_cancelled_import_keeps_what_was_added_and_goes_on_when_it_is_resumed()
    {
        const int Rows = 40_000;
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n");
        for (var row = 1; row <= Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row};Léa;Nom{row};lea{row}@exemple.example;Marie Durand\n");
        }

        var stored = new TaskCompletionSource();
        using var cancelled = new ManualResetEventSlim();
        _host!.OnSinkCall = call =>
        {
            // The first batch is stored, and the next one waits for the person.
            if (call is { Method: nameof(IImportLedger.WriteAsync), IsDone: true })
            {
                stored.TrySetResult();
                cancelled.Wait();
            }
        };
        var page = await _chromium!.OpenAsync($"{_host.Address}/import");
        await page.UploadAsync(text.ToString());
        await page.PreviewAsync();
        await page.Page.Locator("sellsy-import-preview button.main:not([disabled])").Last.ClickAsync();
        await page.Page.Locator("sellsy-import-add progress").WaitForAsync();
        await stored.Task;
        await page.Page.Locator("sellsy-import-add .bar button").ClickAsync();
        for (var beats = 0; beats < 3; beats++)
        {
            // With each beat the job says how far it is and looks whether it was cancelled; the page asks for the session then.
            await page.Page.WaitForResponseAsync(answer => answer.Request.Method == "GET" && answer.Url.Contains("/api/sessions/", StringComparison.Ordinal));
        }

        cancelled.Set();
        await page.Page.Locator("sellsy-import-add [role=alert]").WaitForAsync();
        var afterCancel = _host.Sink.Leads.Count;
        await page.LookAsync("11-cancelled");
        await page.Page.Locator("sellsy-import-add button.main").ClickAsync();
        await page.Page.Locator("#report").WaitForAsync();

        Assert.InRange(afterCancel, 1, Rows - 1);
        Assert.Equal(Rows, _host.Sink.Leads.Count);
        await page.AssertCleanAsync();
    }
}
