using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public ImportTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.FourRows);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_good_rows_are_added_and_the_same_file_again_adds_nothing()
    {
        var first = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();
        var second = (await _folder.RunAsync("import", "contacts.csv", "--json")).Succeeded();

        Assert.Equal((2, 0, 2), (first.Count("success"), first.Count("skipped"), first.Count("error")));
        Assert.Equal((0, 2, 2), (second.Count("success"), second.Count("skipped"), second.Count("error")));
        Assert.NotEqual(first.Json.GetProperty("importId").GetString(), second.Json.GetProperty("importId").GetString());
    }

    [Fact]
    public async Task Only_the_ticked_rows_are_added()
    {
        _folder.Write("contacts.csv", Exports.OfRows(40));

        var run = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--rows", "1-20,35", "--statuses", "statuses.csv", "--json")).Succeeded();

        Assert.Equal((21, 19), (run.Count("success"), run.Count("skipped")));
        var lines = _folder.ReadLines("statuses.csv");
        Assert.Equal(41, lines.Length);
        Assert.Equal("20;21;120;success;;1", lines[20]);
        Assert.Equal("21;22;121;skipped;;1", lines[21]);
        Assert.Equal("35;36;135;success;;1", lines[35]);
    }

    [Fact]
    public async Task The_statuses_tell_what_became_of_every_row()
    {
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--rows", "4")).Succeeded();
        (await _folder.RunAsync("import", "contacts.csv", "--statuses", "statuses.csv")).Succeeded();

        Assert.Equal(
            [
                "row;lines;sellsy_contact_id;status;codes;owner_id",
                "1;2-4;101;success;;1",
                "2;5;102;error;OwnerUnknown;",
                "3;6;103;error;MandatoryBlank;2",
                "4;7;104;skipped;AlreadyInCadence;2",
            ],
            _folder.ReadLines("statuses.csv"));
    }

    [Fact]
    public async Task The_rejected_rows_are_the_original_rows_with_status_and_reason()
    {
        var run = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--report", "rejected.csv")).Succeeded();

        var lines = _folder.ReadLines("rejected.csv");
        Assert.Equal(3, lines.Length);
        Assert.Equal("ID Sellsy;Prénom;Nom;E-mail;Propriétaire;Note;Statut;Raison", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("102;Paul;Gaillard;paul@gaillard.example;Nobody Known;;Erreur;", lines[1], StringComparison.Ordinal);
        Assert.Contains("Utilisateur non présent dans Cadence", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("103;;Sorel;contact@sorel.example;Luc Moreau;;Erreur;", lines[2], StringComparison.Ordinal);
        Assert.Contains("Lignes rejetées écrites dans rejected.csv : 2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_the_books_balance()
    {
        var run = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--db", "other.db")).Succeeded();

        Assert.Contains("4 lignes lues = 2 ajoutées + 2 en erreur", run.Output, StringComparison.Ordinal);
        Assert.True(_folder.Has("other.db"));
        Assert.False(_folder.Has("cadence.db"));
    }

    [Fact]
    public async Task A_file_without_owners_takes_a_constant_one()
    {
        _folder.Write("a.csv", "CONTACT ID;PRENOM CONTACT;NOM CONTACT\n201;Nina;Perret\n202;Tom;Vidal\n");

        var without = await _folder.RunAsync("import", "a.csv", "--users", "users.csv");
        Assert.Contains("Owner", without.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.False(_folder.Has("cadence.db"));

        var with = (await _folder.RunAsync("import", "a.csv", "--users", "users.csv", "--const", "Owner=Ada Fontaine", "--json")).Succeeded();
        Assert.Equal(2, with.Count("success"));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_stops_the_import_before_it_starts()
    {
        var run = await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--report", "absent/rejected.csv");

        Assert.Contains("absent/rejected.csv", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal(["contacts.csv", "users.csv"], _folder.Names());
    }
}
