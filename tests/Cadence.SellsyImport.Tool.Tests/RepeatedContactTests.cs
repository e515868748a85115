using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>A contact on three rows, of which none has all its values.</summary>
public sealed class RepeatedContactTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public RepeatedContactTests()
    {
        _folder.WriteUsers();
        _folder.Write(
            "contacts.csv",
            "ID Sellsy;Prénom;Nom;Fonction;Propriétaire\r\n"
            + "7;Nina;Perret;;Ada Fontaine\r\n8;Paul;Gaillard;;Ada Fontaine\r\n7;Nina;Martin;Gérante;Luc Moreau\r\n7;Nine;Martin;Directrice;Luc Moreau\r\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "blank;,blank;,error;ContactRepeated,error;ContactRepeated", 2, "7 Nina Perret  1")]
    [InlineData("first", "blank;,blank;,error;ContactRepeated,error;ContactRepeated", 2, "7 Nina Perret  1")]
    [InlineData("last", "error;ContactSuperseded,blank;,error;ContactSuperseded,blank;", 2, "7 Nine Martin Directrice 2")]
    [InlineData("merge", "blank;,blank;,blank;ContactMerged,blank;ContactMerged", 2, "7 Nina Perret Gérante 1")]
    public async Task The_option_says_what_becomes_of_a_contact_on_several_rows(string repeated, string statuses, int added, string lead)
    {
        string[] option = repeated.Length > 0 ? ["--repeated", repeated] : [];

        (await _folder.RunAsync(["preview", "contacts.csv", "--users", "users.csv", "--statuses", "before.csv", .. option])).Succeeded();
        var import = (await _folder.RunAsync(["import", "contacts.csv", "--users", "users.csv", "--json", .. option])).Succeeded();

        Assert.Equal(statuses.Split(','), _folder.ReadLines("before.csv").Skip(1).Select(line => string.Join(';', line.Split(';')[3..5])));
        Assert.Equal(added, import.Count("success"));
        Assert.Equal(statuses.Split("error").Length - 1, import.Count("error"));
        Assert.Equal([lead], Leads());
    }

    [Fact]
    public async Task A_saved_plan_carries_its_rule_to_the_import()
    {
        (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--repeated", "last", "--save-plan", "plan")).Succeeded();

        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--plan", "plan")).Succeeded();

        Assert.Equal(["7 Nine Martin Directrice 2"], Leads());
    }

    private string[] Leads()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.PathOf("cadence.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT format('%s %s %s %s %s', sellsy_contact_id, first_name, last_name, job_position, owner_id) FROM leads WHERE sellsy_contact_id = '7'";
        return [(string)command.ExecuteScalar()!];
    }
}
