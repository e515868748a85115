using System.Text.Json;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>The sample files show every status and the commonest reasons, so that a newcomer has met them.</summary>
public sealed class SampleDataTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Together_the_files_show_every_status_and_the_commonest_reasons()
    {
        var users = Sample("cadence-users.csv");
        var b = (await _folder.RunAsync("import", Sample("contacts-family-b.csv"), "--users", users, "--rows", "1-17", "--json")).Succeeded();
        var c = (await _folder.RunAsync("preview", Sample("contacts-family-c.csv"), "--json")).Succeeded();
        var a = (await _folder.RunAsync("preview", Sample("contacts-family-a.csv"), "--const", "Owner=Hélène Aubrac", "--json")).Succeeded();

        Assert.Equal((18, 8, 1, 9), (Rows(b), b.Count("success"), b.Count("skipped"), b.Count("error")));
        Assert.Equal((12, 5, 2, 5), (Rows(c), c.Count("blank"), c.Count("active"), c.Count("error")));
        Assert.Equal((12, 8, 0, 4), (Rows(a), a.Count("blank"), a.Count("active"), a.Count("error")));
        string[] reasons =
        [
            "OwnerUnknown", "OwnerAmbiguous", "MandatoryBlank", "IdNotDigits", "ContactRepeated", "FieldCountDiffers", "EmailInvalid",
            "DigitsLost", "SeveralCompanies", "SeveralOwners",
        ];
        Assert.All(reasons, reason => Assert.True(b.IssueCount(reason) > 0, reason));
        Assert.True(c.IssueCount("AlreadyInCadence") > 0);
        Assert.True(a.IssueCount("CompanyIdDiffers") > 0);
    }

    [Theory]
    [InlineData("contacts-family-a.csv", """{"encoding":"windows-1252","separator":";","family":"import-template","newline":"CRLF","bom":false,"findings":[""")]
    [InlineData("contacts-family-b.csv", """{"encoding":"utf-8","separator":";","family":"french-list","newline":"CRLF","bom":false,"findings":[""")]
    [InlineData("contacts-family-c.csv", """{"encoding":"utf-8","separator":",","family":"english-list","newline":"LF","bom":true,"findings":[""")]
    public async Task Each_file_is_of_its_family(string name, string format)
    {
        var json = (await _folder.RunAsync("mapping", Sample(name), "--json")).Succeeded().Json;

        Assert.StartsWith(format, JsonSerializer.Serialize(json.GetProperty("format")), StringComparison.Ordinal);
    }

    private static long Rows(ConsoleRun run) => run.Json.GetProperty("rows").GetInt64();

    private static string Sample(string name) => Path.Combine(ConsoleFolder.SampleData, name);
}
