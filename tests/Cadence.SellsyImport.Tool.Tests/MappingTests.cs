using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class MappingTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public MappingTests() => _folder.WriteUsers();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_profile_is_applied_to_the_next_export_of_its_kind()
    {
        _folder.Write("a.csv", "CONTACT ID;PRENOM CONTACT;NOM CONTACT\n201;Nina;Perret\n");
        _folder.Write("next.csv", "NOM CONTACT;CONTACT ID;PRENOM CONTACT\nVidal;202;Tom\n");

        (await _folder.RunAsync("mapping", "a.csv", "--const", "Owner=Ada Fontaine", "--save", "profile.json")).Succeeded();
        var run = (await _folder.RunAsync("preview", "next.csv", "--users", "users.csv", "--profile", "profile.json", "--json")).Succeeded();

        Assert.Equal(1, run.Count("blank"));
        Assert.All(run.Json.GetProperty("mapping").EnumerateArray(), entry => Assert.Equal("profile", entry.GetProperty("evidence").GetString()));
    }

    [Fact]
    public async Task A_profile_whose_columns_are_gone_says_which()
    {
        _folder.Write("a.csv", "CONTACT ID;PRENOM CONTACT;NOM CONTACT\n201;Nina;Perret\n");
        _folder.Write("next.csv", "CONTACT ID;PRENOM CONTACT\n202;Tom\n");
        (await _folder.RunAsync("mapping", "a.csv", "--save", "profile.json")).Succeeded();

        var run = await _folder.RunAsync("preview", "next.csv", "--users", "users.csv", "--profile", "profile.json");

        Assert.Contains("NOM CONTACT", run.FailedWith(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_comes_after_the_profile_and_const_after_set()
    {
        _folder.Write("a.csv", "CONTACT ID;PRENOM CONTACT;NOM CONTACT;SURNOM;CHARGE DE COMPTE\n201;Nina;Perret;Nini;Luc Moreau\n");
        (await _folder.RunAsync("mapping", "a.csv", "--const", "Owner=Ada Fontaine", "--save", "profile.json")).Succeeded();

        var run = (await _folder.RunAsync(
            "preview", "a.csv", "--profile", "profile.json", "--users", "users.csv", "--json",
            "--const", "LastName=Martin", "--set", "LastName=surnom", "--set", "Owner=chargé de compte")).Succeeded();

        var mapping = run.Json.GetProperty("mapping").EnumerateArray().ToDictionary(entry => entry.GetProperty("field").GetString()!);
        Assert.Equal("Martin", mapping["LastName"].GetProperty("constant").GetString());
        Assert.Equal(4, mapping["Owner"].GetProperty("column").GetInt32());
        Assert.Equal("chosen", mapping["Owner"].GetProperty("evidence").GetString());
        Assert.Equal("profile", mapping["FirstName"].GetProperty("evidence").GetString());
    }

    [Fact]
    public async Task A_text_of_a_column_means_what_value_says_and_the_profile_keeps_it()
    {
        _folder.Write("a.csv", "ID Sellsy;Prénom;Propriétaire;Inscrit campagnes email\n201;Nina;Ada Fontaine;Abonné\n202;Tom;Ada Fontaine;a:b=c\n203;Léa;Ada Fontaine;oui\n");
        string[] values = ["--value", "Inscrit campagnes email:Abonné=oui", "--value", "#3:a:b=c="];
        var before = (await _folder.RunAsync("preview", "a.csv", "--users", "users.csv", "--statuses", "before.csv")).Succeeded();
        (await _folder.RunAsync(["mapping", "a.csv", .. values, "--save", "p.json"])).Succeeded();

        (await _folder.RunAsync(["preview", "a.csv", "--users", "users.csv", .. values, "--statuses", "after.csv"])).Succeeded();
        (await _folder.RunAsync("preview", "a.csv", "--users", "users.csv", "--profile", "p.json", "--statuses", "saved.csv")).Succeeded();

        Assert.Contains("--value", before.Output, StringComparison.Ordinal);
        Assert.Contains("ConsentInvalid", _folder.ReadLines("before.csv")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("ConsentInvalid", string.Join('\n', _folder.ReadLines("after.csv")), StringComparison.Ordinal);
        Assert.Equal(_folder.ReadLines("after.csv"), _folder.ReadLines("saved.csv"));
    }

    [Fact]
    public async Task A_value_of_a_column_that_feeds_no_field_is_refused()
    {
        _folder.Write("a.csv", "ID Sellsy;Prénom;Propriétaire;Couleur\n201;Nina;Ada Fontaine;bleu\n");

        var run = await _folder.RunAsync("preview", "a.csv", "--users", "users.csv", "--value", "Couleur:Abonné=oui", "--lang", "en");

        Assert.StartsWith("--value: the column \"Couleur\" feeds no field; give it to a field by --set.", run.FailedWith(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_whose_heading_occurs_twice_is_named_by_its_index()
    {
        _folder.Write("b.csv", "ID Sellsy;Prénom;Zone;Zone;Propriétaire\n301;Nina;Nord;Perret;Ada Fontaine\n");

        var ambiguous = await _folder.RunAsync("preview", "b.csv", "--users", "users.csv", "--set", "LastName=Zone");
        Assert.Contains("#2, #3", ambiguous.FailedWith(1).Errors, StringComparison.Ordinal);

        var run = (await _folder.RunAsync("preview", "b.csv", "--users", "users.csv", "--set", "LastName=#3")).Succeeded();
        Assert.Contains("1 | Nina Perret | Ada Fontaine | (vide)", run.Lines);
    }

    [Fact]
    public async Task A_list_takes_further_columns()
    {
        _folder.Write("b.csv", "ID Sellsy;Prénom;Propriétaire;E-mail;E-mail 2\n301;Nina;Ada Fontaine;nina@perret.example;n.perret@exemple.example\n");

        var run = (await _folder.RunAsync("mapping", "b.csv", "--set", "Email+=E-mail 2", "--save", "p.json", "--lang", "en")).Succeeded();

        Assert.Contains("E-mail | Email | E-mail | known alias", run.Lines);
        Assert.Contains("E-mail | Email | E-mail 2 | chosen", run.Lines);
        Assert.Contains("further", _folder.Read("p.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surnom")]
    [InlineData("#9")]
    public async Task A_column_that_the_file_does_not_have_is_named(string column)
    {
        _folder.Write("b.csv", Exports.FourRows);

        var run = await _folder.RunAsync("preview", "b.csv", "--users", "users.csv", "--set", $"LastName={column}");

        Assert.Contains(column, run.FailedWith(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_can_be_read_without_users_and_database()
    {
        _folder.Write("b.csv", Exports.FourRows);

        var run = (await _folder.RunAsync("mapping", "b.csv", "--lang", "en")).Succeeded();

        Assert.Contains("Owner * | Owner | Propriétaire | known alias", run.Lines);
        Assert.Equal(["b.csv", "users.csv"], _folder.Names());
    }

    [Fact]
    public async Task Decisions_on_matches_of_a_profile_are_in_the_profile_that_is_saved_from_it_although_the_console_has_no_matcher()
    {
        _folder.Write("a.csv", "ID Sellsy;Prénom;Propriétaire\n201;Nina;Ada Fontaine\n");
        _folder.Write("p.json", """{ "version": 1, "fields": { "FirstName": { "column": "Prénom" } }, "matches": { "201": "7", "202": "" }, "otherMatches": "new" }""");

        (await _folder.RunAsync("mapping", "a.csv", "--profile", "p.json", "--save", "next.json")).Succeeded();

        var saved = string.Join('\n', _folder.ReadLines("next.json"));
        Assert.Contains("""
              "matches": {
                "201": "7",
                "202": ""
              },
              "otherMatches": "new"
            """.ReplaceLineEndings("\n"), saved, StringComparison.Ordinal);
    }
}
