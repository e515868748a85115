using System.Text;
using System.Text.Json;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>What a person chooses about the reading of the file, on the command line or in a profile.</summary>
public sealed class ReadingTests : IDisposable
{
    /// <summary>In code page 850 of DOS: one word, so that nothing decides, rows without their last fields, and lines above the headings.</summary>
    private static readonly byte[] Odd =
    [
        .. "1:2:3:4:5\nID Sellsy:Prenom:Proprietaire:Date de naissance:Note\n101:Lo"u8, 0x8B, .. "c:Ada Fontaine:03/04/1990:a\n102:Nina:Ada Fontaine\n"u8,
    ];

    private readonly ConsoleFolder _folder = new();

    public ReadingTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Odd);
    }

    private static string[] Choices => ["--encoding", "ibm850", "--separator", ":", "--heading-row", "2", "--short-rows", "blank", "--date-order", "Birthday=mdy"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_chosen_is_obeyed_and_reported()
    {
        var run = (await _folder.RunAsync(["import", "contacts.csv", "--users", "users.csv", "--json", "--lang", "en", .. Choices])).Succeeded();

        Assert.Equal(2, run.Count("success"));
        Assert.Equal("ibm850", run.Json.GetProperty("format").GetProperty("encoding").GetString());
        Assert.Contains(
            "Read as a person chose: encoding ibm850; separator \":\"; headings on line 2; missing fields at the end of a row are blank; the rest is detected.",
            Findings(run));
        Assert.Equal(1, run.IssueCount("FieldsMissing"));
    }

    [Fact]
    public async Task A_profile_keeps_what_is_chosen_and_the_command_line_goes_before_it()
    {
        (await _folder.RunAsync(["mapping", "contacts.csv", "--save", "p.json", .. Choices])).Succeeded();
        var saved = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--profile", "p.json", "--json")).Succeeded();
        var other = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--profile", "p.json", "--short-rows", "error", "--json")).Succeeded();

        Assert.Equal("""{"encoding":"ibm850","separator":":","headingRow":2,"shortRows":"blank","dateOrders":{"Birthday":"mdy"}}""", Reading("p.json"));
        Assert.Equal(0, saved.Count("error"));
        Assert.Equal(1, other.Count("error"));
    }

    [Fact]
    public async Task A_saved_plan_obeys_what_was_chosen_for_it()
    {
        (await _folder.RunAsync(["preview", "contacts.csv", "--users", "users.csv", "--save-plan", "p.plan", .. Choices])).Succeeded();
        var run = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--plan", "p.plan", "--json")).Succeeded();

        Assert.Equal(2, run.Count("success"));
    }

    [Theory]
    [InlineData("--separator", "ab", "--separator \"ab\": one sign is expected")]
    [InlineData("--heading-row", "0", "--heading-row \"0\": the number of the line")]
    [InlineData("--short-rows", "fill", "--short-rows \"fill\" is unknown: expected error, blank.")]
    [InlineData("--date-order", "Birthday=ymd", "--date-order \"Birthday=ymd\": FIELD=dmy or FIELD=mdy is expected")]
    [InlineData("--date-order", "Note=dmy", "--date-order \"Note=dmy\"")]
    public async Task A_choice_that_is_none_is_refused(string option, string value, string message)
    {
        var run = await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--lang", "en", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoding_in_which_no_file_is_read_is_refused_and_others_are_named()
    {
        var run = await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--lang", "en", "--encoding", "utf-7");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The option Encoding is utf-7; utf-8, utf-16le,", run.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Findings(ConsoleRun run) =>
        run.Json.GetProperty("format").GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("text").GetString());

    private string Reading(string profile)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(_folder.Read(profile)));
        return JsonSerializer.Serialize(json.RootElement.GetProperty("reading"));
    }
}
