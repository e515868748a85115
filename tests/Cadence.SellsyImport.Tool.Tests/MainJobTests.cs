using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class MainJobTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_export_becomes_leads_in_a_new_database()
    {
        var lines = (await _folder.RunAsync("demo")).Succeeded().Lines;

        Assert.Equal($"Nouvelle base de démonstration {_folder.PathOf("cadence-demo.db")}", lines[0]);
        Assert.Contains("Utilisateurs enregistrés dans cadence-demo.db : 6", lines);
        Assert.Contains("contacts-family-b.csv : utf-8, séparateur ;, en-têtes de la liste française, fins de ligne CRLF", lines);
        Assert.Contains("Propriétaire * | Owner | Propriétaire | synonyme connu", lines);
        Assert.Contains("18 lignes lues = 9 ajoutées + 9 en erreur", lines);
        Assert.Contains("contacts-family-c.csv : utf-8 (BOM), séparateur ,, en-têtes de la liste anglaise, fins de ligne LF", lines);
        Assert.Contains("Actif | 2 | déjà dans Cadence : restent tels quels (--existing skip)", lines);
        Assert.Equal(["cadence-demo.db"], _folder.Names());
    }

    [Fact]
    public async Task The_main_job_again_goes_on_with_the_database_and_adds_nothing()
    {
        (await _folder.RunAsync("demo")).Succeeded();

        var lines = (await _folder.RunAsync("demo", "--lang", "en")).Succeeded().Lines;

        Assert.Equal($"{_folder.PathOf("cadence-demo.db")} exists already: it is used as it is, and the contacts it has stay as they are.", lines[0]);
        Assert.Contains("18 rows read = 9 skipped + 9 in error", lines);
    }

    [Fact]
    public async Task The_main_job_leaves_the_database_of_the_user_as_it_is()
    {
        _folder.Write("contacts.csv", Exports.OfRows(3));
        _folder.WriteUsers();
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv")).Succeeded();
        var before = File.ReadAllBytes(_folder.PathOf("cadence.db"));

        (await _folder.RunAsync("demo")).Succeeded();

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

        var run = (await _folder.RunAsync("demo", "--lang", "en")).FailedWith(1);

        Assert.Equal(
            $"{_folder.PathOf("cadence-demo.db")} is not a database of this demo, and stays as it is. Move that file, or run the demo in another folder.",
            run.Errors.TrimEnd());
        Assert.Empty(run.Output);
        Assert.Equal(before, File.ReadAllBytes(_folder.PathOf("cadence-demo.db")));
        Assert.Equal(["cadence-demo.db", "contacts.csv", "users.csv"], _folder.Names());
    }
}
