using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class MainJobTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_command_the_sample_export_becomes_leads_in_a_new_database()
    {
        var lines = (await _folder.RunAsync()).Succeeded().Output.Split(Environment.NewLine);

        Assert.Equal($"Nouvelle base de démonstration {_folder.PathOf("cadence-demo.db")}", lines[0]);
        Assert.Contains("Utilisateurs enregistrés dans cadence-demo.db : 6", lines);
        Assert.Contains("contacts-family-b.csv : utf-8, séparateur ;, titres de la liste française, fins de ligne CRLF", lines);
        Assert.Contains("Owner * | Propriétaire | synonyme connu", lines);
        Assert.Contains("Lignes lues : 18 = ajoutées : 9 + mises à jour : 0 + inchangées : 0 + ignorées : 0 + en erreur : 9", lines);
        Assert.Contains("contacts-family-c.csv : utf-8 (BOM), séparateur ,, titres de la liste anglaise, fins de ligne LF", lines);
        Assert.Contains("Actif | 2", lines);
        Assert.Equal(["cadence-demo.db"], _folder.Names());
    }

    [Fact]
    public async Task The_main_job_again_goes_on_with_the_database_and_adds_nothing()
    {
        (await _folder.RunAsync()).Succeeded();

        var lines = (await _folder.RunAsync("--lang", "en")).Succeeded().Output.Split(Environment.NewLine);

        Assert.Equal($"{_folder.PathOf("cadence-demo.db")} exists already: it is used as it is, and the contacts it has stay as they are.", lines[0]);
        Assert.Contains("18 read = 0 added + 0 updated + 0 unchanged + 9 skipped + 9 in error", lines);
    }

    [Fact]
    public async Task The_main_job_leaves_the_database_of_the_user_as_it_is()
    {
        _folder.Write("contacts.csv", Exports.OfRows(3));
        _folder.WriteUsers();
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv")).Succeeded();
        var before = File.ReadAllBytes(_folder.PathOf("cadence.db"));

        (await _folder.RunAsync()).Succeeded();

        Assert.Equal(before, File.ReadAllBytes(_folder.PathOf("cadence.db")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no database")]
    [InlineData("an import")]
    public async Task A_demo_database_that_the_demo_did_not_make_is_refused_and_stays_as_it_is(string content)
    {
        _folder.Write("contacts.csv", Exports.OfRows(3));
        _folder.WriteUsers();
        _folder.Write("cadence-demo.db", content);
        if (content == "an import")
        {
            File.Delete(_folder.PathOf("cadence-demo.db"));
            (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--db", "cadence-demo.db")).Succeeded();
        }

        var before = File.ReadAllBytes(_folder.PathOf("cadence-demo.db"));

        var run = (await _folder.RunAsync("--lang", "en")).FailedWith(1);

        Assert.Equal(
            $"{_folder.PathOf("cadence-demo.db")} is not a database of this demo, and stays as it is. Move that file, or run the demo in another folder.",
            run.Errors.TrimEnd());
        Assert.Empty(run.Output);
        Assert.Equal(before, File.ReadAllBytes(_folder.PathOf("cadence-demo.db")));
        Assert.Equal(["cadence-demo.db", "contacts.csv", "users.csv"], _folder.Names());
    }
}
