using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What a person repairs before the import, and what is shown while the next preview runs.</summary>
public sealed class RepairTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n"
        + "1;Léa;Blanc;lea@@exemple.example;Marie Durand\n2;Max;Noir;lea@@exemple.example;Marie Durand\n3;Zoé;Gris;zoe;Marie Durand\n4;Ali;Vert;ali@exemple.example;Marie Durand\n";

    [Fact]
    public async Task The_texts_behind_a_cause_are_answered_once_for_all_their_rows()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        var previewed = await WorkAsync(client, id, "preview");
        var cause = previewed.GetProperty("plan").GetProperty("causes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "EmailInvalid");

        var values = await ReadAsync(client.GetAsync($"api/sessions/{id}/causes/{cause.GetProperty("id").GetString()}", Cancellation));
        await ReadAsync(client.PatchAsync(
            $"api/sessions/{id}",
            Json(new { corrections = new { values = new[] { new { column = 3, from = "lea@@exemple.example", to = "lea@exemple.example" } } } }),
            Cancellation));
        var again = await WorkAsync(client, id, "preview");
        using var unknown = await client.GetAsync($"api/sessions/{id}/causes/cause9", Cancellation);

        Assert.Equal("value", cause.GetProperty("answer").GetString());
        Assert.Equal(
            [("lea@@exemple.example", 2L), ("zoe", 1L)],
            values.GetProperty("values").EnumerateArray().Select(one => (one.GetProperty("text").GetString()!, one.GetProperty("rows").GetInt64())));
        Assert.Equal((3L, true), (values.GetProperty("read").GetInt64(), values.GetProperty("isComplete").GetBoolean()));
        var left = again.GetProperty("plan").GetProperty("causes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "EmailInvalid");
        Assert.Equal(1, left.GetProperty("rows").GetInt64());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Texts_of_one_of_two_columns_of_the_same_heading_are_not_taken_for_those_of_the_other()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        const string Twice = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire;E-mail\n1;Léa;Blanc;lea@exemple.example;Marie Durand;lea(at)exemple\n";
        var id = (await OpenAsync(client, Twice)).GetProperty("id").GetString()!;

        var previewed = await WorkAsync(client, id, "preview");
        await ReadAsync(client.PatchAsync(
            $"api/sessions/{id}", Json(new { corrections = new { cells = new[] { new { row = 1, column = 5, text = "lea@pro.example" } } } }), Cancellation));
        await WorkAsync(client, id, "preview");
        var row = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/1", Cancellation));

        var cause = previewed.GetProperty("plan").GetProperty("causes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "EmailInvalid");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, cause.GetProperty("column").ValueKind);
        using var values = await client.GetAsync($"api/sessions/{id}/causes/{cause.GetProperty("id").GetString()}", Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, values.StatusCode);
        Assert.Equal(
            [null, null, null, null, null, "lea(at)exemple"],
            row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("original").GetString()));
    }

    [Fact]
    public async Task A_correction_is_taken_back_beside_those_that_another_page_made_meanwhile()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await StartAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        using var client = host.Client(user: null);
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        await ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { corrections = new { excluded = new[] { 3, 4 } } }), Cancellation));
        await WorkAsync(client, id, "preview");
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await page.Page.GotoAsync($"{host.Address}/import#import={id}");
        await page.Page.ReloadAsync();
        await page.PreviewedAsync();
        var there = new { values = new[] { new { column = 3, from = "zoe", to = "zoe@exemple.example" } }, excluded = new[] { 2, 3, 4 } };
        await ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { corrections = there }), Cancellation));

        await page.Page.Locator("sellsy-import-corrections li").First.GetByRole(AriaRole.Button).ClickAsync();
        await page.Page.Locator("sellsy-import-corrections li >> nth=2").WaitForAsync();

        var corrections = (await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation))).GetProperty("corrections");
        Assert.Equal([2, 4], corrections.GetProperty("excluded").EnumerateArray().Select(row => row.GetInt32()));
        Assert.Equal("zoe", corrections.GetProperty("values").EnumerateArray().Single().GetProperty("from").GetString());
    }

    [Fact]
    public async Task The_rows_of_the_plan_before_are_shown_as_provisional_until_the_next_one_and_what_was_ticked_stays()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        await WorkAsync(client, id, "preview");
        await ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { selection = "4" }), Cancellation));

        var changed = await ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { corrections = new { excluded = new[] { 3 } } }), Cancellation));
        var rows = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows?first=1&count=4", Cancellation));
        await ReadAsync(client.PostAsync($"api/sessions/{id}/add", Json(new { }), Cancellation));
        var notAdded = await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation));
        var previewed = await WorkAsync(client, id, "preview");
        await WorkAsync(client, id, "add");

        Assert.True(changed.GetProperty("plan").GetProperty("isProvisional").GetBoolean());
        Assert.All(rows.GetProperty("rows").EnumerateArray(), row => Assert.True(row.GetProperty("isProvisional").GetBoolean()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, notAdded.GetProperty("report").ValueKind);
        Assert.Equal((false, 1L), (
            previewed.GetProperty("plan").GetProperty("isProvisional").GetBoolean(),
            previewed.GetProperty("plan").GetProperty("counts").GetProperty("excluded").GetInt64()));
        Assert.Equal("4", previewed.GetProperty("selection").GetString());
        Assert.Equal(["4"], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId));
    }

    [Fact]
    public async Task A_change_while_a_preview_runs_never_has_that_preview_for_its_plan()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;E-mail;Propriétaire\n");
        for (var row = 1; row <= 60_000; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row};Léa;Nom{row};;Marie Durand\n");
        }

        var id = (await OpenAsync(client, text.ToString())).GetProperty("id").GetString()!;
        for (var excluded = 1; excluded <= 6; excluded++)
        {
            await ReadAsync(client.PostAsync($"api/sessions/{id}/preview", Json(new { }), Cancellation));
            var change = new { corrections = new { excluded = Enumerable.Range(1, excluded) } };
            HttpResponseMessage answer;
            do
            {
                // The preview that ends meanwhile changes the session too; the page tries again as well.
                answer = await client.PatchAsync($"api/sessions/{id}", Json(change), Cancellation);
            }
            while (answer.StatusCode == System.Net.HttpStatusCode.PreconditionFailed);
            await ReadAsync(Task.FromResult(answer));
        }

        var previewed = await WorkAsync(client, id, "preview");

        Assert.Equal(6, previewed.GetProperty("plan").GetProperty("counts").GetProperty("excluded").GetInt64());
        Assert.False(previewed.GetProperty("plan").GetProperty("isProvisional").GetBoolean());
    }
}
