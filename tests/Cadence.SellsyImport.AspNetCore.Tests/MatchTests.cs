using System.Net;
using System.Text.Json;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Contacts that the matcher of the host found to be perhaps about leads that exist.</summary>
public sealed class MatchTests
{
    private const string Export = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire;Inscrit campagnes email\n"
        + "101;Anne;Petit;anne@exemple.example;Marie Durand;Abonné\n102;Luc;Petit;luc@exemple.example;Marie Durand;oui\n103;Zoé;Gris;zoe@exemple.example;Marie Durand;non\n";

    [Fact]
    public async Task Matches_are_decided_for_all_rows_and_for_one_and_the_import_obeys()
    {
        await using var host = await HostAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        var undecided = await WorkAsync(client, id, "preview");
        var row = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/1", Cancellation));
        var unmatched = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/3", Cancellation));

        await DecideAsync(client, id, new { matches = new[] { new { contact = "101", lead = "7" } }, otherMatches = "new" });
        var decided = await WorkAsync(client, id, "preview");
        var same = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/1", Cancellation));
        await WorkAsync(client, id, "add");

        var cause = Cause(undecided, "MatchUndecided");
        Assert.Equal(("match", 2L), (cause.GetProperty("answer").GetString(), cause.GetProperty("rows").GetInt64()));
        Assert.Equal("""{"contact":"101","lead":"7"}""", row.GetProperty("match").ToString());
        Assert.Equal(JsonValueKind.Null, unmatched.GetProperty("match").ValueKind);
        Assert.Equal(1, Cause(decided, "MatchedToLead").GetProperty("rows").GetInt64());
        Assert.Equal(1, Cause(decided, "MatchAddedAsNew").GetProperty("rows").GetInt64());
        Assert.Equal(("active", """{"contact":"101","lead":"7"}"""), (same.GetProperty("status").GetString(), same.GetProperty("match").ToString()));
        Assert.Equal(["102", "103", "7", "8"], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_asks_again_and_one_that_cannot_be_made_is_refused()
    {
        await using var host = await HostAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        await DecideAsync(client, id, new { matches = new[] { new { contact = "101", lead = (string?)null } }, otherMatches = "same" });
        var decided = await WorkAsync(client, id, "preview");

        await DecideAsync(client, id, new { matches = new[] { new { contact = "101", lead = (string?)null } }, otherMatches = (string?)null });
        var back = await WorkAsync(client, id, "preview");

        Assert.Equal("""{"owners":[],"blank":null,"unknown":null,"matches":[{"contact":"101","lead":null}],"otherMatches":"same"}""", decided.GetProperty("decisions").ToString());
        Assert.Equal(1, Cause(decided, "MatchedToLead").GetProperty("rows").GetInt64());
        Assert.Equal(1, Cause(back, "MatchUndecided").GetProperty("rows").GetInt64());
        foreach (var wrong in new object[]
        {
            new { otherMatches = "perhaps" }, new { matches = new[] { new { contact = " ", lead = "7" } } }, new { matches = new[] { new { contact = "101", lead = "" } } },
        })
        {
            using var answer = await client.PatchAsync($"api/sessions/{id}", Json(new { decisions = wrong }), Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_profile_keeps_the_decisions_on_matches_and_on_texts_of_columns_when_it_is_loaded_and_when_it_is_saved()
    {
        await using var host = await HostAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        var saved = JsonSerializer.Deserialize<Dictionary<string, object>>(await client.GetStringAsync($"api/sessions/{id}/profile", Cancellation))!;
        var fields = JsonSerializer.Deserialize<Dictionary<string, object>>(saved["fields"].ToString()!)!;
        fields["EmailConsent"] = new { column = "Inscrit campagnes email", values = new Dictionary<string, string> { ["Abonné"] = "oui" } };
        (saved["fields"], saved["matches"], saved["otherMatches"]) = (fields, new Dictionary<string, string> { ["101"] = "7", ["300"] = "" }, "new");

        var loaded = await ReadAsync(client.PutAsync($"api/sessions/{id}/profile", new StringContent(JsonSerializer.Serialize(saved)), Cancellation));
        var mapping = loaded.GetProperty("mapping");

        // The page writes back the mapping that it was shown.
        await ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { mapping }), Cancellation));
        var again = ImportProfile.Parse(await client.GetStringAsync($"api/sessions/{id}/profile", Cancellation), "profile.json");
        var previewed = await WorkAsync(client, id, "preview");
        using var wrong = await client.PatchAsync(
            $"api/sessions/{id}", Json(new { mapping = new[] { new { field = "EmailConsent", columns = new[] { 5 }, values = new[] { new { column = 5, from = " ", to = "oui" } } } } }), Cancellation);

        Assert.Equal(ImportProfile.Parse(JsonSerializer.Serialize(saved), "saved.json"), again);
        var value = Assert.Single(mapping.EnumerateArray().Single(one => one.GetProperty("field").GetString() == "EmailConsent").GetProperty("values").EnumerateArray());
        Assert.Equal((5, "Abonné", "oui"), (value.GetProperty("column").GetInt32(), value.GetProperty("from").GetString(), value.GetProperty("to").GetString()));
        Assert.Equal(
            ["AlreadyInCadence", "ContactOptedOut", "MatchAddedAsNew", "MatchedToLead"],
            previewed.GetProperty("plan").GetProperty("causes").EnumerateArray().Select(one => one.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static Task<PageHost> HostAsync() => EmailMatcher.HostAsync(map: null, ("7", "anne@exemple.example"), ("8", "luc@exemple.example"));

    private static Task<JsonElement> DecideAsync(HttpClient client, string id, object decisions) =>
        ReadAsync(client.PatchAsync($"api/sessions/{id}", Json(new { decisions }), Cancellation));

    private static JsonElement Cause(JsonElement session, string code) =>
        session.GetProperty("plan").GetProperty("causes").EnumerateArray().Single(cause => cause.GetProperty("code").GetString() == code);
}
