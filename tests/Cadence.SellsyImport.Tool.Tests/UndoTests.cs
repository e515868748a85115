using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class UndoTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_last_import_is_undone_by_its_name_and_an_earlier_one_by_the_start_of_its_id()
    {
        var first = await ImportAsync("first.csv", 1);
        await ImportAsync("second.csv", 2);

        (await _folder.RunAsync("undo", "last", "--yes")).Succeeded();
        (await _folder.RunAsync("undo", first[..12], "--yes")).Succeeded();

        Assert.Equal(["undone", "undone"], await StatesAsync());
    }

    /// <summary>Who repeats a command that was interrupted does not know how far it came: it must not go on with an older import.</summary>
    [Fact]
    public async Task Undoing_the_last_import_once_more_takes_no_other_one_back()
    {
        await ImportAsync("first.csv", 1);
        var second = await ImportAsync("second.csv", 2);
        (await _folder.RunAsync("undo", "last", "--yes")).Succeeded();

        var again = (await _folder.RunAsync("undo", "last", "--yes", "--lang", "en")).Succeeded();
        var resumed = (await _folder.RunAsync("resume", "last", "--lang", "en")).FailedWith(1);

        Assert.Equal(["undone", "finished"], await StatesAsync());
        Assert.StartsWith("This import is undone already. Another one is undone by its id; history shows them.", again.Output, StringComparison.Ordinal);
        Assert.Equal($"The newest import, {second} of second.csv, has the state Undone. Give the id of another one; history shows them.", resumed.Errors.TrimEnd());
    }

    [Fact]
    public async Task A_database_without_an_import_has_no_last_one()
    {
        _folder.WriteUsers();
        (await _folder.RunAsync("users", "add", "users.csv")).Succeeded();

        Assert.Equal("The database has no import.", (await _folder.RunAsync("undo", "last", "--yes", "--lang", "en")).FailedWith(1).Errors.TrimEnd());
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_undone_and_what_would_be_removed_was_named()
    {
        var id = await ImportAsync("first.csv", 1);

        var refused = await _folder.AnswerAsync("n", "undo", id);
        var nobody = await _folder.AnswerAsync("", "undo", id);
        var state = (await _folder.RunAsync("history", "--json")).Succeeded().Json.GetProperty("imports")[0].GetProperty("state").GetString();
        (await _folder.AnswerAsync("o", "undo", id)).Succeeded();

        Assert.Equal((1, 1), (refused.ExitCode, nobody.ExitCode));
        Assert.Contains("leads ajoutés, qui seront supprimés : 1", refused.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Rien n'a été annulé : répondez o, ou ajoutez --yes.", refused.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("finished", state);
    }

    [Fact]
    public async Task An_id_that_several_imports_start_with_is_refused_with_their_ids()
    {
        var (first, second) = (await ImportAsync("first.csv", 1), await ImportAsync("second.csv", 2));

        var run = await _folder.RunAsync("undo", first[..1], "--yes", "--lang", "en");

        Assert.Equal($"Several imports start with {first[..1]}: {second}, {first}. Give more characters.", run.FailedWith(1).Errors.TrimEnd());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_screen_fits_80_columns(string language)
    {
        var users = Path.Combine(ConsoleFolder.SampleData, "cadence-users.csv");
        var contacts = Path.Combine(ConsoleFolder.SampleData, "contacts-family-b.csv");
        string[][] commands =
        [
            ["demo"], ["preview", contacts, "--users", users], ["import", contacts, "--users", users], ["history"], ["undo", "last", "--yes"], ["history"],
            ["mapping", contacts], ["users", "list"], ["preview", "--help"],
        ];
        foreach (var command in commands)
        {
            var run = (await _folder.RunInAsync(columns: 80, [.. command, "--lang", language])).Succeeded();

            Assert.NotEmpty(run.Output);
            Assert.All(run.Output.ReplaceLineEndings("\n").Split('\n').Where(line => !line.Contains(_folder.PathOf(""), StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    private async Task<string[]> StatesAsync() =>
        [.. (await _folder.RunAsync("history", "--json")).Succeeded().Json.GetProperty("imports").EnumerateArray().Select(import => import.GetProperty("state").GetString()!)];

    private async Task<string> ImportAsync(string file, int contact)
    {
        _folder.WriteUsers();
        _folder.Write(file, $"ID Sellsy;Prénom;Nom;Propriétaire\r\n{contact};Nina;Perret;Ada Fontaine\r\n");
        return (await _folder.RunAsync("import", file, "--users", "users.csv", "--json")).Succeeded().Json.GetProperty("importId").GetString()!;
    }
}
