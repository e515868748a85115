using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>
/// Texts that would run where a page took a value for markup, as names, companies, headings, owners, file names and corrections. A trap in the page
/// counts what runs, and the policy of the page reports what tried to.
/// </summary>
public sealed class InjectionTests
{
    private const string Run = "window.trapped++";

    private static readonly string[] Elements =
    [
        $"<script>{Run}</script>", $"<img src=x onerror={Run}>", $"<svg onload={Run}>", $"<svg><script>{Run}</script></svg>", $"<body onload={Run}>",
        $"<iframe src=\"javascript:{Run}\">", $"<iframe srcdoc=\"<script>parent.trapped++</script>\">", $"<a href=\"javascript:{Run}\">x</a>",
        $"<details open ontoggle={Run}>", $"<video><source onerror={Run}></video>", $"<audio src=x onerror={Run}>", $"<input autofocus onfocus={Run}>",
        $"<select autofocus onfocus={Run}>", $"<textarea autofocus onfocus={Run}>", $"<marquee onstart={Run}>", $"<object data=\"javascript:{Run}\">",
        $"<embed src=\"javascript:{Run}\">", $"<form action=\"javascript:{Run}\"><button>x", $"<button formaction=\"javascript:{Run}\">x</button>",
        $"<math><mtext><img src=x onerror={Run}></math>", $"<template><img src=x onerror={Run}></template>", $"<style onload={Run}></style>",
        $"<link rel=stylesheet href=x onerror={Run}>", $"<base href=\"javascript:{Run}//\">", $"<meta http-equiv=refresh content=\"0;url=javascript:{Run}\">",
        $"<table background=\"javascript:{Run}\">", $"<div style=\"background:url(javascript:{Run})\">x</div>", $"<x onclick={Run} tabindex=1 autofocus onfocus={Run}>",
        $"<svg><animate onbegin={Run} attributeName=x dur=1s>", $"<sellsy-import onload={Run}></sellsy-import>", $"<noscript><img src=x onerror={Run}></noscript>",
        $"<svg><a xlink:href=\"javascript:{Run}\"><text y=20>x</text></a></svg>",
    ];

    private static readonly string[] Breaks = ["{0}", "\">{0}", "'>{0}", "</title></textarea></style></script>{0}", "<!--><b>{0}", "]]>{0}"];

    private static readonly string[] Templates =
    [
        "${window.trapped++}", "{{constructor.constructor('window.trapped++')()}}", "#{7*7}", "<%= 7*7 %>", "javascript:window.trapped++", "data:text/html,<script>parent.trapped++</script>",
        "' onerror='window.trapped++", "\" autofocus onfocus=\"window.trapped++", "?lit$0123456789$", "<!--?lit$-->", "__proto__", "constructor", "toString", "&lt;script&gt;window.trapped++&lt;/script&gt;",
        "\\u003cscript\\u003ewindow.trapped++\\u003c/script\\u003e", "%3Cscript%3Ewindow.trapped++%3C/script%3E", "=cmd|'/c calc'!A1", "@SUM(1+1)", "+1+1", "-1-1",
        "'; DROP TABLE leads; --", "' OR 1=1 --", "../../etc/passwd", "C:\\con\\con", "\u202Egnp.exe", "\u200B\u200D\uFEFFx", "é\u0301\u0302\u0303", "👩‍👩‍👧‍👦🏳️‍🌈", "ﷺ", "ｆｕｌｌｗｉｄｔｈ", "null", "undefined", "NaN", "true", "0", "[object Object]",
    ];

    /// <summary>Each element, with breaks that alternate, and the texts of other kinds: 99 in all.</summary>
    private static readonly string[] All =
        [.. Elements.SelectMany((element, place) => new[] { Breaks[place % Breaks.Length], Breaks[(place + 1) % Breaks.Length] }
            .Select(one => one.Replace("{0}", element, StringComparison.Ordinal))), .. Templates];

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task No_value_of_a_file_runs_and_all_are_shown_as_text(string locale)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await PageHost.StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import", locale);
        var heading = $"Note \"><img src=x onerror={Run}>";
        var text = new StringBuilder($"ID Sellsy;Prénom;Nom;Société;Fonction;Propriétaire;{Cell(heading)}\n");
        for (var row = 0; row < All.Length; row++)
        {
            // The name stays short enough to be added; the owner is unknown in every third row, and so a cause.
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row + 1};{Cell(All[row])};Nom;{Cell(All[row])};{Cell(All[row])};{Cell(row % 3 == 0 ? All[row] : "Marie Durand")};{Cell(All[row])}\n");
        }

        await page.UploadAsync(text.ToString(), $"<img src=x onerror={Run}>.csv");
        await page.Page.Locator(".chip strong").GetByText(heading, new() { Exact = true }).WaitForAsync();
        await page.PreviewAsync();
        await page.Page.Locator("sellsy-import-preview details").EvaluateAllAsync<int>("all => { all.forEach((one) => { one.open = true; }); return all.length; }");
        Assert.Equal(await RowsOfServerAsync(page), await RowsOfTableAsync(page));
        foreach (var row in new[] { 1, 2, 5, 13, 40, 70 })
        {
            await page.Page.Locator("input[name=row]").FillAsync($"{row}");
            await page.Page.Locator("input[name=row]").PressAsync("Enter");
            await page.Page.Locator($"tr[data-row='{row}'] button.plain").ClickAsync();
            await page.Page.Locator("dialog input[data-column='3']").FillAsync($"{All[row]} {All[row + 1]}");
            await page.Page.Locator("dialog input[data-column='3']").BlurAsync();
            await page.Page.Locator("dialog .head .muted").WaitForAsync();
            await page.Page.Locator("dialog button.main").ClickAsync();
            await page.Page.Locator("dialog").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
            await page.PreviewedAsync();
        }

        // Without the answer to the start of the preview, the old one would still be shown as ended.
        await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.Locator(".cause select").First.SelectOptionAsync("u2"), response => response.Url.EndsWith("/preview", StringComparison.Ordinal));
        await page.PreviewedAsync();
        await page.AddAsync();
        await page.Page.Locator("header button.plain").First.ClickAsync();
        await page.Page.Locator("#history").WaitForAsync();
        await page.Page.GetByText($"<img src=x onerror={Run}>.csv", new() { Exact = true }).First.WaitForAsync();
        await page.AssertCleanAsync();
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Number, name, company and title of each row, as the server gives them.</summary>
    private static Task<string[]> RowsOfServerAsync(ImportPage page) => page.Page.EvaluateAsync<string[]>(
        """
        async () => {
            const id = location.hash.split('=')[1];
            const base = location.pathname.replace(/\/$/, '');
            const rows = (await (await fetch(`${base}/api/sessions/${id}/rows?first=1&count=200`)).json()).rows;
            return rows.map((row) => [row.number, row.name.trim(), row.company, row.title].join('\u0001'));
        }
        """);

    /// <summary>The same, as the table shows it from its first page to its last.</summary>
    private static Task<string[]> RowsOfTableAsync(ImportPage page) => page.Page.Locator("sellsy-import-rows").EvaluateAsync<string[]>(
        """
        async (table) => {
            const shown = new Map();
            for (let row = 1; shown.size < table.total; row = Math.min(table.total, row + table.visible)) {
                table.goTo(row);
                await table.updateComplete;
                for (const one of table.renderRoot.querySelectorAll('tbody tr')) {
                    const cells = [...one.querySelectorAll('td')].map((cell) => cell.textContent.trim());
                    if (cells[2] !== '…') {
                        const [, , , name, company, title] = cells;
                        shown.set(Number(one.dataset.row), [name, company, title]);
                    }
                }
                await new Promise((done) => requestAnimationFrame(done));
                if (row === table.total) row = 0;
            }
            return [...shown].sort((one, other) => one[0] - other[0]).map(([row, cells]) => [row, ...cells].join('\u0001'));
        }
        """);
}
