using Xunit;

namespace ConsoleImport.Tests;

public sealed class MainJobTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_command_the_sample_export_becomes_leads_in_a_new_database()
    {
        var lines = (await _folder.RunAsync()).Succeeded().Output.Split(Environment.NewLine);

        Assert.Equal($"Nouvelle base {_folder.PathOf("cadence.db")}", lines[0]);
        Assert.Contains("Utilisateurs enregistrés dans cadence.db : 6", lines);
        Assert.Contains("contacts-family-b.csv : utf-8, séparateur ;, famille B, fins de ligne CRLF", lines);
        Assert.Contains("Owner * | Propriétaire | synonyme connu", lines);
        Assert.Contains("Lignes lues : 18 = ajoutées : 9 + mises à jour : 0 + inchangées : 0 + ignorées : 0 + en erreur : 9", lines);
        Assert.Contains("contacts-family-c.csv : utf-8 (BOM), séparateur ,, famille C, fins de ligne LF", lines);
        Assert.Contains("Actif | 2", lines);
        Assert.True(_folder.Has("cadence.db"));
    }

    [Fact]
    public async Task The_main_job_again_goes_on_with_the_database_and_adds_nothing()
    {
        (await _folder.RunAsync()).Succeeded();

        var lines = (await _folder.RunAsync("--lang", "en")).Succeeded().Output.Split(Environment.NewLine);

        Assert.Equal($"{_folder.PathOf("cadence.db")} exists already: it is used as it is, and the contacts it has stay as they are.", lines[0]);
        Assert.Contains("18 read = 0 added + 0 updated + 0 unchanged + 9 skipped + 9 in error", lines);
    }
}
