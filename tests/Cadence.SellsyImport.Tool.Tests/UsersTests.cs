using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class UsersTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("id,first_name,last_name,email\n7,Zoé,Delage,zoe@cadence.example\n")]
    [InlineData("\uFEFFid;first_name;last_name;email\r\n7;Zoé;Delage;zoe@cadence.example\r\n")]
    [InlineData("email,sellsy_id,last_name,ID,first_name\nzoe@cadence.example,,\"Delage\",7,Zoé")]
    public async Task Users_are_read_in_any_order_of_columns(string users)
    {
        _folder.Write("users.csv", users);

        (await _folder.RunAsync("users", "add", "users.csv")).Succeeded();
        var list = (await _folder.RunAsync("users", "list")).Succeeded().Lines;

        Assert.Contains("7 | Zoé Delage | zoe@cadence.example", list);
    }

    [Fact]
    public async Task Adding_an_id_again_updates_the_user()
    {
        _folder.Write("users.csv", "id,first_name,last_name,email\n7,Zoé,Delage,\n8,Ada,Fontaine,\n");
        _folder.Write("changed.csv", "id,first_name,last_name,email,sellsy_id\n7,Zoé,Delage-Roy,zoe@cadence.example,9007\n");

        (await _folder.RunAsync("users", "add", "users.csv", "--db", "my.db")).Succeeded();
        (await _folder.RunAsync("users", "add", "changed.csv", "--db", "my.db")).Succeeded();
        var list = (await _folder.RunAsync("users", "list", "--db", "my.db")).Succeeded().Lines;

        Assert.Contains("7 | Zoé Delage-Roy | zoe@cadence.example | 9007", list);
        Assert.Contains("8 | Ada Fontaine", list);
        Assert.False(_folder.Has("cadence.db"));
    }

    [Theory]
    [InlineData("users", "add", "users.csv")]
    [InlineData("import", "contacts.csv", "--users", "users.csv")]
    public async Task A_list_without_a_column_leaves_what_is_stored(params string[] command)
    {
        _folder.Write("users.csv", "id,first_name,last_name,email\n7,Zoé,Delage,zoe@cadence.example\n8,Ada,Fontaine,\n");
        _folder.Write("stored.csv", "id,first_name,last_name,email,sellsy_id,is_active\n7,Zoé,Delage,,9007,non\n8,Ada,Fontaine,,,\n");
        _folder.Write("contacts.csv", "ID Sellsy;Prénom;Propriétaire\n1;Nina;Zoé Delage\n2;Léa;Ada Fontaine\n");
        (await _folder.RunAsync("users", "add", "stored.csv")).Succeeded();

        (await _folder.RunAsync(command)).Succeeded();
        var list = (await _folder.RunAsync("users", "list", "--lang", "en")).Succeeded().Lines;
        var preview = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();

        Assert.Contains("7 | Zoé Delage | zoe@cadence.example | 9007 | not active", list);
        Assert.Equal(1, preview.IssueCount("OwnerInactive"));
    }

    [Fact]
    public async Task Listing_the_users_of_no_database_creates_none()
    {
        var run = (await _folder.RunAsync("users", "list", "--lang", "en")).Succeeded();

        Assert.Equal("There is no database cadence.db: the first \"users add\" or \"import\" creates it.", run.Output.TrimEnd());
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [InlineData("id,name\n7,Zoé\n", "headings missing: first_name, last_name, email")]
    [InlineData("id,first_name,last_name,email,ID\n", "the heading ID is there twice")]
    [InlineData("id,first_name,last_name,email\n", "no user")]
    [InlineData("id,first_name,last_name,email\n,Zoé,Delage,\n", "the id is blank")]
    [InlineData("id,first_name,last_name,email\n7,,,zoe@cadence.example\n", "first and last name are blank")]
    [InlineData("id,first_name,last_name,email\n7,Zoé,Delage,\n7,Ada,Fontaine,\n", "the id 7 is already on an earlier line")]
    [InlineData("id,first_name,last_name,email,is_active\n7,Zoé,Delage,,peut-être\n", "is_active is neither yes nor no")]
    [InlineData("id,first_name,last_name,email\n7,Zoé,Delage\n", "fields found: 3, expected by the headings: 4")]
    [InlineData("", "headings missing: id, first_name, last_name, email")]
    public async Task A_list_of_users_that_cannot_be_read_says_what_was_found(string users, string found)
    {
        _folder.Write("users.csv", users);

        var run = await _folder.RunAsync("users", "add", "users.csv", "--lang", "en");

        Assert.Contains(found, run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal(["users.csv"], _folder.Names());
    }

    [Fact]
    public async Task A_list_of_users_that_is_not_utf8_is_refused_instead_of_garbled()
    {
        _folder.Write("users.csv", [.. "id,first_name,last_name,email\n7,Zo"u8, 0xE9, .. ",Delage,\n"u8]);

        var run = await _folder.RunAsync("users", "add", "users.csv", "--lang", "en");

        Assert.Contains("the text is not UTF-8; save the list as UTF-8", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.False(_folder.Has("cadence.db"));
    }

    [Fact]
    public async Task Two_users_of_one_name_make_the_rows_of_that_owner_errors()
    {
        _folder.Write("users.csv", ConsoleFolder.Users + "3,ADA,Fontaine,other@cadence.example\n");
        _folder.Write("contacts.csv", Exports.FourRows);

        var run = (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();

        Assert.Equal(1, run.IssueCount("OwnerAmbiguous"));
    }
}
