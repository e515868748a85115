using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class PreviewTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public PreviewTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.FourRows);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_preview_writes_nothing_and_creates_no_database()
    {
        var run = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();

        Assert.Equal(2, run.Count("blank"));
        Assert.Equal(2, run.Count("error"));
        Assert.Equal(["contacts.csv", "users.csv"], _folder.Names());
    }

    [Fact]
    public async Task An_empty_file_in_the_place_of_the_database_stays_empty()
    {
        _folder.Write("cadence.db", "");

        (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv")).Succeeded();

        Assert.Equal("", _folder.Read("cadence.db"));
    }

    [Fact]
    public async Task A_preview_leaves_a_database_as_it_is_down_to_its_users()
    {
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv")).Succeeded();
        _folder.Write("more.csv", "id,first_name,last_name,email\n3,Nobody,Known,\n");
        var before = (await _folder.RunAsync("users", "list")).Succeeded().Output;

        var preview = (await _folder.RunAsync("preview", "contacts.csv", "--users", "more.csv", "--json")).Succeeded();

        Assert.Equal(1, preview.Count("blank"));
        Assert.Equal(2, preview.Count("active"));
        Assert.Equal(before, (await _folder.RunAsync("users", "list")).Succeeded().Output);
        Assert.Equal(1, (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded().IssueCount("OwnerUnknown"));
    }

    [Fact]
    public async Task People_see_the_format_the_mapping_the_counts_the_reasons_and_the_rows()
    {
        var lines = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv")).Succeeded().Lines;

        Assert.Contains("contacts.csv : utf-8, séparateur ;, en-têtes de la liste française, fins de ligne CRLF", lines);
        Assert.Contains("Prénom * | FirstName | Prénom | synonyme connu", lines);
        Assert.Contains("(vide) | 2 | absentes de Cadence : peuvent être ajoutées", lines);
        Assert.Contains("Actif | 0 | déjà dans Cadence", lines);
        Assert.Contains("Erreur | 2 | ne peuvent pas être importées", lines);
        Assert.Contains("Premières lignes : 4 sur 4", lines);
        Assert.Contains("1 | Nina Perret | nina@perret.example | Ada Fontaine | (vide)", lines);
        Assert.Contains(lines, line => line.StartsWith("- Propriétaire : ", StringComparison.Ordinal)
            && line.Contains("Utilisateur non présent dans Cadence", StringComparison.Ordinal));
    }

    [Fact]
    public async Task English_is_spoken_where_it_is_asked_for()
    {
        var run = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--lang", "en")).Succeeded();

        Assert.Contains("contacts.csv: utf-8, separator ;, headings of the French list, line ends CRLF", run.Output, StringComparison.Ordinal);
        Assert.Contains("User not present in Cadence", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Utilisateur", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statuses_name_every_row_with_its_lines_in_the_order_of_the_file()
    {
        (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--statuses", "statuses.csv")).Succeeded();

        Assert.Equal(
            [
                "row;lines;sellsy_contact_id;status;codes;owner_id",
                "1;2-4;101;blank;;1",
                "2;5;102;error;OwnerUnknown;",
                "3;6;103;error;MandatoryBlank;2",
                "4;7;104;blank;;2",
            ],
            _folder.ReadLines("statuses.csv"));
    }

    [Fact]
    public async Task Without_users_every_owner_is_unknown_and_the_remedy_is_told()
    {
        var run = (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded();

        Assert.Equal(4, run.Count("error"));
        Assert.Contains("Cadence n'a aucun utilisateur : donnez-en avec --users USERS.csv ou users add USERS.csv.", run.Errors, StringComparison.Ordinal);
    }
}
