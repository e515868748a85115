using System.Text.Json;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class JsonTests : IDisposable
{
    private static readonly string[] CountWords = ["blank", "active", "error", "success", "updated", "unchanged", "skipped"];

    private readonly ConsoleFolder _folder = new();

    public JsonTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.FourRows);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("preview", JsonValueKind.Null, "interrupted,changes")]
    [InlineData("import", JsonValueKind.String, "resumedAtRow")]
    public async Task The_answer_is_one_object_with_the_names_that_are_promised(string command, JsonValueKind importId, string last)
    {
        var json = (await _folder.RunAsync(command, "contacts.csv", "--users", "users.csv", "--json")).Succeeded().Json;

        Assert.Equal(
            ["format", "mapping", "unmapped", "rows", "counts", "issues", "importId", "elapsedMs", "existing", .. last.Split(',')],
            json.EnumerateObject().Select(property => property.Name));
        Assert.StartsWith(
            """{"encoding":"utf-8","separator":";","family":"french-list","newline":"CRLF","bom":false,"findings":[{"code":"EncodingFound",""",
            JsonSerializer.Serialize(json.GetProperty("format")),
            StringComparison.Ordinal);
        Assert.Equal(CountWords, json.GetProperty("counts").EnumerateObject().Select(count => count.Name));
        Assert.Equal(4, json.GetProperty("rows").GetInt64());
        Assert.Equal(importId, json.GetProperty("importId").ValueKind);
        Assert.True(json.GetProperty("elapsedMs").GetInt64() >= 0);
        Assert.Equal(
            """[{"code":"MandatoryBlank","severity":"error","count":1},{"code":"OwnerUnknown","severity":"error","count":1}]""",
            JsonSerializer.Serialize(json.GetProperty("issues")));
    }

    [Fact]
    public async Task The_statuses_of_a_preview_and_the_outcomes_of_an_import_sum_to_the_rows()
    {
        var preview = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();
        var import = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--rows", "1-3", "--json")).Succeeded();

        Assert.Equal([2, 0, 2, 0, 0, 0, 0], CountWords.Select(preview.Count));
        Assert.Equal([0, 0, 2, 1, 0, 0, 1], CountWords.Select(import.Count));
    }

    [Fact]
    public async Task The_mapping_tells_field_heading_column_and_evidence()
    {
        _folder.Write("contacts.csv", "first name;Zone;ID Sellsy\nNina;Nord;101\n");

        var json = (await _folder.RunAsync("mapping", "contacts.csv", "--const", "Owner=Ada Fontaine", "--json")).Succeeded().Json;

        Assert.Equal(["format", "mapping", "similarities", "unmapped"], json.EnumerateObject().Select(property => property.Name));
        var mapping = json.GetProperty("mapping").EnumerateArray().Select(entry => JsonSerializer.Serialize(entry)).ToArray();
        Assert.Equal(3, mapping.Length);
        Assert.Contains("""{"field":"FirstName","heading":"first name","column":0,"evidence":"exact"}""", mapping);
        Assert.Contains("""{"field":"SellsyContactId","heading":"ID Sellsy","column":2,"evidence":"alias"}""", mapping);
        Assert.Contains("""{"field":"Owner","heading":null,"constant":"Ada Fontaine","evidence":"constant"}""", mapping);
        Assert.Equal("""["Zone"]""", JsonSerializer.Serialize(json.GetProperty("unmapped")));
    }

    [Fact]
    public async Task Accents_are_letters_and_not_escapes()
    {
        var run = (await _folder.RunAsync("mapping", "contacts.csv", "--json")).Succeeded();

        Assert.Contains("\"Prénom\"", run.Output, StringComparison.Ordinal);
    }
}
