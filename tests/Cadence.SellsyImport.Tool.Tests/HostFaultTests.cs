using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>What is told where the database or an output fails, and that it is told once.</summary>
public sealed class HostFaultTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public HostFaultTests()
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.FourRows);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    public async Task A_database_that_lost_a_table_is_told_in_one_line(string command)
    {
        (await _folder.RunAsync("users", "add", "users.csv")).Succeeded();
        Run("DROP TABLE lead_cadences");

        var run = await _folder.RunAsync(command, "contacts.csv");

        Assert.Equal(
            "La base de données cadence.db est incomplète ; il y manque : lead_cadences. Restaurez une sauvegarde, ou choisissez une autre base.",
            run.FailedWith(1).Errors.TrimEnd());
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_is_one_line_without_a_value()
    {
        (await _folder.RunAsync("users", "add", "users.csv")).Succeeded();
        Run("CREATE TRIGGER refuses BEFORE INSERT ON leads BEGIN SELECT RAISE(ABORT, 'no ' || NEW.first_name); END");

        var run = await _folder.RunAsync("import", "contacts.csv");

        Assert.Equal(
            "Erreur imprévue SqliteException, code 1811 : la commande s'est arrêtée là, et ce qui était validé reste. Relancez-la ; si l'erreur revient, signalez ce texte.",
            run.FailedWith(1).Errors.TrimEnd());
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    public async Task A_folder_that_does_not_exist_is_told_by_the_preview_as_by_the_import(string command)
    {
        var run = await _folder.RunAsync(command, "contacts.csv", "--users", "users.csv", "--db", "no/such/folder/t.db");

        Assert.Contains("no/such/folder n'existe pas", run.FailedWith(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_leaves_the_bytes_of_the_database_as_they_are()
    {
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv")).Succeeded();
        var before = Convert.ToBase64String(File.ReadAllBytes(_folder.PathOf("cadence.db")));
        var names = _folder.Names();

        var run = (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded();

        Assert.Equal(2, run.IssueCount("AlreadyInCadence"));
        Assert.Equal(before, Convert.ToBase64String(File.ReadAllBytes(_folder.PathOf("cadence.db"))));
        Assert.Equal(names, _folder.Names());
    }

    [Fact]
    public async Task Without_users_an_import_that_fails_tells_only_why_it_failed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder in which not even root can create a file.");

        var run = await _folder.RunAsync("import", "contacts.csv", "--db", "/proc/cadence.db");

        Assert.Equal(
            "La base de données /proc/cadence.db ne peut pas être écrite. Vérifiez les droits sur le fichier et son dossier.",
            run.FailedWith(1).Errors.TrimEnd());
    }

    [Theory]
    [InlineData("--report")]
    [InlineData("--statuses")]
    public async Task An_account_that_cannot_be_written_is_told_and_the_import_stays(string option)
    {
        // Opens as a file does, and refuses every text that is no number.
        const string Refusing = "/proc/self/oom_score_adj";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that opens and refuses what is written to it.");

        var run = await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", option, Refusing);

        Assert.Equal(
            $"L'importation est faite et reste dans cadence.db, mais son compte rendu n'a pas pu être écrit. {Refusing} ne peut pas être écrit. Vérifiez le dossier et les droits.",
            run.FailedWith(1).Errors.TrimEnd());
        var again = (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded();
        Assert.Equal(2, again.IssueCount("AlreadyInCadence"));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_not_replaced()
    {
        MakePipe("statuses.pipe");
        var reading = Task.Run(() => _folder.Read("statuses.pipe"), TestContext.Current.CancellationToken);

        (await _folder.RunAsync("preview", "contacts.csv", "--users", "users.csv", "--statuses", "statuses.pipe")).Succeeded();

        Assert.StartsWith("row;lines;sellsy_contact_id;status;codes", await reading, StringComparison.Ordinal);
        Assert.Equal(["contacts.csv", "statuses.pipe", "users.csv"], _folder.Names());
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    [InlineData("mapping")]
    public async Task A_pipe_is_read_like_a_file(string command)
    {
        MakePipe("contacts.pipe");
        var writing = Task.Run(() => _folder.Write("contacts.pipe", Exports.FourRows), TestContext.Current.CancellationToken);
        string[] users = command == "mapping" ? [] : ["--users", "users.csv"];

        var run = (await _folder.RunAsync([command, "contacts.pipe", "--json", .. users])).Succeeded();

        await writing;
        Assert.Equal("french-list", run.Json.GetProperty("format").GetProperty("family").GetString());
        Assert.True(command == "mapping" || run.Json.GetProperty("rows").GetInt64() == 4, run.Output);
    }

    private void MakePipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in the file system.");
        using var process = Process.Start("mkfifo", [_folder.PathOf(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.PathOf("cadence.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
