using System.Text.Json;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class FindingTests : IDisposable
{
    /// <summary>A title line, a trailing separator, a heading on two columns, and a date column in which nothing tells day from month.</summary>
    private const string Remarkable =
        "Contacts\r\n"
        + "ID Sellsy;Prénom;Propriétaire;Date de naissance;Zone;Zone;\r\n"
        + "101;Nina;Ada Fontaine;03/04/1990;Nord;Sud;\r\n";

    private readonly ConsoleFolder _folder = new();

    public FindingTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Remarkable);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    public async Task Every_finding_is_told_with_its_evidence_in_the_format(string command)
    {
        var run = (await _folder.RunAsync(command, "contacts.csv", "--users", "users.csv", "--json", "--lang", "en")).Succeeded();

        var findings = FindingsOf(run);
        Assert.Equal(
            ["EncodingFound", "SeparatorFound", "LinesBeforeHeadings", "TrailingSeparators", "HeadingRepeated", "DateOrderAssumed"],
            findings.Select(finding => finding.GetProperty("code").GetString()));
        Assert.Equal(
            """{"code":"LinesBeforeHeadings","text":"Lines before the headings: 1; they are no rows. If the headings are on another line, choose it: HeadingRow (--heading-row).","arguments":["1"],"column":null,"field":null}""",
            JsonSerializer.Serialize(findings[2]));
        Assert.Equal(
            """{"code":"DateOrderAssumed","text":"Birthday: Nothing in the column tells day from month (rows: 1); the day is read first. If that is wrong, choose the order: DateOrders (--date-order).","arguments":["1"],"column":"Date de naissance","field":"Birthday"}""",
            JsonSerializer.Serialize(findings[^1]));
        Assert.Equal(1, run.IssueCount("DateOrderAssumed"));
    }

    [Fact]
    public async Task Every_finding_is_told_in_plain_text()
    {
        var lines = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--lang", "en")).Succeeded().Lines;

        Assert.Contains("- Lines before the headings: 1; they are no rows. If the headings are on another line, choose it: HeadingRow (--heading-row).", lines);
        Assert.Contains("- Columns at the end without a heading: 1; they are only trailing separators.", lines);
        Assert.Contains("- The heading \"Zone\" stands over several columns: 2; they are told apart by position. Check the mapping.", lines);
        Assert.Contains("Date de naissance → Birthday: Nothing in the column tells day from month (rows: 1); the day is read first. If that is wrong, choose the order: DateOrders (--date-order).", lines);
        Assert.Contains("Warning | Order of day and month assumed | 1", lines);
    }

    [Fact]
    public async Task What_is_suggested_is_not_said_to_be_mapped_where_a_person_chose_otherwise()
    {
        _folder.Write("contacts.csv", "ID Sellsy;Prénom;Propriétaire;Owner;Client\n101;Nina;Ada Fontaine;Luc Moreau;oui\n");

        var lines = (await _folder.RunAsync(
            "preview", "contacts.csv", "--users", "users.csv", "--lang", "en", "--set", "Owner=Owner", "--set", "Company=Client")).Succeeded().Lines;

        Assert.Contains("- Owner: Two columns fit: \"Propriétaire\" (#2) is suggested, \"Owner\" (#3) is not. Check the mapping.", lines);
        Assert.Contains(
            "- Company: The column \"Client\" (#4) is not suggested; values that are not those of the field: 1 of 1. Check the mapping.", lines);
    }

    [Fact]
    public async Task The_mapping_tells_which_of_two_columns_it_left_out()
    {
        _folder.Write("contacts.csv", "ID Sellsy;Prénom;Propriétaire;E-mail;Email\n101;Nina;Ada Fontaine;nina@perret.example;\n");

        var mapping = (await _folder.RunAsync("mapping", "contacts.csv", "--json")).Succeeded();

        Assert.Contains("ColumnsCompete", FindingsOf(mapping).Select(finding => finding.GetProperty("code").GetString()));
    }

    private static JsonElement[] FindingsOf(ConsoleRun run) => [.. run.Json.GetProperty("format").GetProperty("findings").EnumerateArray()];
}
