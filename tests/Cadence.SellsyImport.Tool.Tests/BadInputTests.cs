using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public BadInputTests() => _folder.WriteUsers();

    public static TheoryData<string, byte[], string> FilesThatAreNoContactExport => new()
    {
        { "empty.csv", [], "empty.csv est vide." },
        { "headings-only.csv", Encoding.UTF8.GetBytes(Exports.Headings), "headings-only.csv a des en-têtes mais aucune ligne." },
        { "workbook.csv", Workbook(), "workbook.csv est un classeur Excel (.xlsx)." },
        { "document.csv", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n"u8.ToArray(), "document.csv est un document PDF." },
        { "page.csv", "<!DOCTYPE html>\n<html><body>502</body></html>\n"u8.ToArray(), "page.csv est une page web" },
        {
            "comments.csv",
            "ID COMMENTAIRE SELLSY;ID COMMENTAIRE PARENT;ID CLIENT/PROSPECT/FOURNISSEUR;DATE;TEXTE\n1;;2;01/02/2026;Bonjour\n"u8.ToArray(),
            "comments.csv est un export des commentaires de Sellsy"
        },
        {
            "tasks.csv",
            "TITRE;TERMINEE;LABEL;DATE;DATE DE CREATION;DESCRIPTION;CREATEUR;OBJET LIE\nRappeler;N;;01/02/2026;01/02/2026;;;\n"u8.ToArray(),
            "tasks.csv est un export des tâches de Sellsy"
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FilesThatAreNoContactExport))]
    public async Task A_file_that_is_no_contact_export_is_told_so_and_nothing_is_written(string name, byte[] bytes, string message)
    {
        _folder.Write(name, bytes);

        var run = await _folder.RunAsync("import", name, "--users", "users.csv", "--json", "--report", "rejected.csv", "--statuses", "statuses.csv");

        Assert.Contains(message, run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(new[] { name, "users.csv" }.Order(StringComparer.Ordinal), _folder.Names());
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    [InlineData("mapping")]
    public async Task A_file_that_does_not_exist_is_named(string command)
    {
        var run = await _folder.RunAsync(command, "absent.csv", "--json", "--lang", "en");

        Assert.Contains("absent.csv", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(["users.csv"], _folder.Names());
    }

    [Fact]
    public async Task A_directory_is_told_so()
    {
        Directory.CreateDirectory(_folder.PathOf("exports"));

        var run = await _folder.RunAsync("import", "exports", "--users", "users.csv");

        Assert.Equal("exports est un dossier ; un fichier CSV est attendu.", run.FailedWith(1).Errors.TrimEnd());
        Assert.False(_folder.Has("cadence.db"));
    }

    [Fact]
    public async Task A_users_file_that_does_not_exist_is_named_before_anything_is_written()
    {
        _folder.Write("contacts.csv", Exports.FourRows);

        var run = await _folder.RunAsync("import", "contacts.csv", "--users", "absent.csv");

        Assert.Contains("absent.csv", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.False(_folder.Has("cadence.db"));
    }

    [Fact]
    public async Task A_profile_that_is_no_profile_is_told_so()
    {
        _folder.Write("contacts.csv", Exports.FourRows);
        _folder.Write("profile.json", "{ \"version\": 99 }");

        var run = await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--profile", "profile.json");

        Assert.Contains("profile.json", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.False(_folder.Has("cadence.db"));
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    public async Task A_database_that_is_none_is_told_so_and_left_as_it_is(string command)
    {
        _folder.Write("contacts.csv", Exports.FourRows);
        _folder.Write("notes.db", "These are notes and no database at all, however long they are.");

        var run = await _folder.RunAsync(command, "contacts.csv", "--users", "users.csv", "--db", "notes.db");

        Assert.Contains("n'est pas une base de données SQLite lisible", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal("These are notes and no database at all, however long they are.", _folder.Read("notes.db"));
        Assert.Equal(["contacts.csv", "notes.db", "users.csv"], _folder.Names());
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("import")]
    public async Task A_database_of_another_schema_version_is_told_so(string command)
    {
        _folder.Write("contacts.csv", Exports.FourRows);
        (await _folder.RunAsync("users", "add", "users.csv")).Succeeded();
        SetVersion(_folder.PathOf("cadence.db"), 99);

        var run = await _folder.RunAsync(command, "contacts.csv");

        Assert.Contains("a un schéma de version 99", run.FailedWith(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_a_folder_that_does_not_exist_is_told_so()
    {
        _folder.Write("contacts.csv", Exports.FourRows);

        var run = await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--db", "absent/cadence.db");

        Assert.Contains("absent/cadence.db", run.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Equal(["contacts.csv", "users.csv"], _folder.Names());
    }

    [Fact]
    public async Task Damaged_rows_are_errors_and_the_others_are_added()
    {
        _folder.Write(
            "contacts.csv",
            Exports.Headings
            + "101;Nina;Perret;nina@perret.example;Ada Fontaine;\r\n"
            + "102;Paul;Gaillard;paul@gaillard.example;Ada Fontaine;;one too many\r\n"
            + "1O3;Ines;Sorel;ines@sorel.example;Ada Fontaine;\r\n"
            + "104;Tom;Vidal;tom@vidal.example;Ada Fontaine;\r\n"
            + "105;Lou;Marchal;lou@marchal.example;Ada Fontaine;\"never closed\r\n");

        var run = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();

        Assert.Equal((2, 3, 5), (run.Count("success"), run.Count("error"), run.Json.GetProperty("rows").GetInt64()));
        Assert.Equal((1, 1, 1), (run.IssueCount("FieldCountDiffers"), run.IssueCount("IdNotDigits"), run.IssueCount("QuoteNotClosed")));
    }

    private static byte[] Workbook()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            archive.CreateEntry("[Content_Types].xml");
            archive.CreateEntry("xl/workbook.xml");
        }

        return bytes.ToArray();
    }

    private static void SetVersion(string database, int version)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA user_version = {version}";
        command.ExecuteNonQuery();
    }
}
