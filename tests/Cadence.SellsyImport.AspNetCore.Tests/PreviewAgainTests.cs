using Microsoft.AspNetCore.Builder;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>A person who repaired something in Cadence asks for the preview again, and changes nothing on the page.</summary>
public sealed class PreviewAgainTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n2;Luc;Noir;Jean Neuf\n";

    [Fact]
    public async Task The_preview_after_a_mapping_without_a_change_knows_the_user_who_was_added_meanwhile()
    {
        var users = new GrowingUsers();
        await using var chromium = await Chromium.StartAsync();
        await using var host = await users.HostAsync(app => app.MapSellsyImport("/import").AllowAnonymous());
        var page = await chromium.OpenAsync($"{host.Address}/import");
        await page.UploadAsync(Export);
        await page.PreviewAsync();
        await page.CountAsync(2, "1");

        users.Add(new("u9", "Jean", "Neuf"));
        await page.Page.GetByText("Retour aux correspondances").ClickAsync();
        await page.PreviewAsync();
        await page.CountAsync(0, "2");
        await page.AddAsync();

        Assert.Equal(["u1", "u9"], host.Sink.Leads.Select(lead => lead.Owner.Id).Order(StringComparer.Ordinal));
        await page.AssertCleanAsync();
    }

    [Fact]
    public async Task The_plan_that_was_shown_is_provisional_until_the_next_preview_and_never_written()
    {
        var users = new GrowingUsers();
        await using var host = await users.HostAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        var first = await WorkAsync(client, id, "preview");
        users.Add(new("u9", "Jean", "Neuf"));
        users.OnAsked = () => throw new IOException("The users are away.");

        var failed = await WorkAsync(client, id, "preview");
        var added = await ReadAsync(client.PostAsync($"api/sessions/{id}/add", null, Cancellation));
        users.OnAsked = () => { };
        var second = await WorkAsync(client, id, "preview");

        Assert.Equal((1, 2), (Blank(first), Blank(second)));
        Assert.Equal("failed", failed.GetProperty("job").GetProperty("state").GetString());
        Assert.True(failed.GetProperty("plan").GetProperty("isProvisional").GetBoolean());
        Assert.Equal("preview", added.GetProperty("job").GetProperty("kind").GetString());

        static int Blank(System.Text.Json.JsonElement session) => session.GetProperty("plan").GetProperty("counts").GetProperty("blank").GetInt32();
    }
}
