using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class OwnerTests : IDisposable
{
    private const string Homonyms =
        "ID Sellsy;Prénom;Nom;Propriétaire\n"
        + "1;Alix;Verneuil;Sophie Martin (Agence Lyon)\n2;Bruno;Cazal;Sophie Martin (Agence Paris)\n3;Carla;Dumont;Sophie Martin\n"
        + "4;Dora;Fort;\n5;Emil;Gras;Ancien Salarié\n6;Fanny;Haut;a=b\n";

    private readonly ConsoleFolder _folder = new();

    public OwnerTests()
    {
        _folder.Write("users.csv", "id,first_name,last_name,email\n1,Ada,Fontaine,ada@cadence.example\n4,Sophie,Martin,paris@cadence.example\n5,Sophie,Martin,lyon@cadence.example\n");
        _folder.Write("contacts.csv", Homonyms);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_owner_is_decided_for_its_own_text_and_saved_with_the_profile()
    {
        (await _folder.RunAsync("mapping", "contacts.csv", "--owner", "Sophie Martin (Agence Lyon)=5", "--owner", "a=b=1", "--save", "p.json")).Succeeded();

        (await _folder.RunAsync(
            "preview", "contacts.csv", "--users", "users.csv", "--profile", "p.json", "--owner", "Sophie Martin (Agence Paris)=4", "--statuses", "s.csv")).Succeeded();

        Assert.Equal(
            [
                "1;2;1;blank;;5", "2;3;2;blank;;4", "3;4;3;error;OwnerAmbiguous;", "4;5;4;error;MandatoryBlank;", "5;6;5;error;OwnerUnknown;",
                "6;7;6;blank;;1",
            ],
            _folder.ReadLines("s.csv")[1..]);
    }

    [Fact]
    public async Task Users_by_default_are_named_and_counted_by_the_preview_and_the_report()
    {
        string[] options = ["--users", "users.csv", "--default-owner", "1", "--unknown-owner", "4", "--lang", "en"];
        var preview = (await _folder.RunAsync(["preview", "contacts.csv", .. options])).Succeeded();
        var import = (await _folder.RunAsync(["import", "contacts.csv", .. options, "--statuses", "s.csv"])).Succeeded();

        foreach (var output in new[] { preview.Output, import.Output[import.Output.IndexOf("Report", StringComparison.Ordinal)..] })
        {
            var lines = output.Split(Environment.NewLine);
            Assert.Contains("User by default for blank owners: Ada Fontaine (1), rows: 1", lines);
            Assert.Contains("User by default for unknown owners: Sophie Martin (4), rows: 2", lines);
        }

        Assert.Contains(preview.Lines, line => line.StartsWith("4 | Dora Fort | Ada Fontaine (by default) | (blank)", StringComparison.Ordinal));
        Assert.Equal(["4;5;4;success;BlankOwnerDefaulted;1", "5;6;5;success;UnknownOwnerDefaulted;4"], _folder.ReadLines("s.csv")[4..6]);
    }

    [Fact]
    public async Task Users_by_default_are_saved_with_the_profile()
    {
        (await _folder.RunAsync("mapping", "contacts.csv", "--default-owner", "1", "--unknown-owner", "4", "--save", "p.json")).Succeeded();

        var run = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--profile", "p.json", "--json")).Succeeded();

        Assert.Contains("\"blankOwner\": \"1\"", _folder.Read("p.json"), StringComparison.Ordinal);
        Assert.Equal((1, 2), (run.IssueCount("BlankOwnerDefaulted"), run.IssueCount("UnknownOwnerDefaulted")));
    }
}
