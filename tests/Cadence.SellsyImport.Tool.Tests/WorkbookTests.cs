using Microsoft.Data.Sqlite;
using MiniExcelLibs;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>A workbook where a CSV file may stand.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_workbook_is_previewed_and_imported_and_its_rejected_rows_are_CSV()
    {
        WriteWorkbook();

        var preview = (await _folder.RunAsync("preview", "contacts.xlsx", "--users", "users.csv", "--lang", "en")).Succeeded();
        var import = (await _folder.RunAsync(
            "import", "contacts.xlsx", "--users", "users.csv", "--report", "rejected.csv", "--statuses", "statuses.csv", "--json")).Succeeded();

        Assert.Contains("contacts.xlsx: headings of the French list\n", preview.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("The sheet \"Contacts\" was read. Not read: Others.", preview.Output, StringComparison.Ordinal);
        Assert.Equal((2, 1), (import.Count("success"), import.Count("error")));
        Assert.Equal(["2", "3", "4"], _folder.ReadLines("statuses.csv").Skip(1).Select(line => line.Split(';')[1]));
        Assert.StartsWith("103;;Sorel;Luc Moreau;;Erreur;", _folder.ReadLines("rejected.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sheet_is_named()
    {
        WriteWorkbook();

        var others = (await _folder.RunAsync("preview", "contacts.xlsx", "--sheet", "others", "--users", "users.csv", "--json")).Succeeded();
        var missing = await _folder.RunAsync("preview", "contacts.xlsx", "--sheet", "Third", "--lang", "en");

        Assert.Equal(1, others.Count("blank"));
        Assert.Equal("contacts.xlsx has no sheet \"Third\". Its sheets: Contacts, Others. Name one of them.", missing.FailedWith(1).Errors.Trim());
    }

    [Theory]
    [InlineData("contacts.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }, "contacts.xls is a workbook of Excel 97 to 2003 (.xls). In Excel, save it as \"Excel workbook (.xlsx)\", and import that one.")]
    [InlineData("contacts.xlsx", new byte[] { (byte)'I', (byte)'D' }, "contacts.xlsx is text, such as a CSV file, and no Excel workbook. Give it the extension .csv, and import it as such.")]
    [InlineData("contacts.csv", new byte[] { (byte)'P', (byte)'K', 3, 4, (byte)'x', (byte)'l', (byte)'/' }, "contacts.csv is an Excel workbook (.xlsx). In Excel, save it as \"CSV UTF-8\", or export the contacts from Sellsy again.")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused(string name, byte[] bytes, string message)
    {
        _folder.Write(name, bytes);

        Assert.Equal(message, (await _folder.RunAsync("preview", name, "--lang", "en")).FailedWith(1).Errors.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Others")]
    public async Task An_interrupted_import_is_resumed_by_its_id(string? sheet)
    {
        WriteWorkbook();
        string[] chosen = sheet is null ? [] : ["--sheet", sheet];
        var import = (await _folder.RunAsync(["import", "contacts.xlsx", "--users", "users.csv", "--json", .. chosen])).Succeeded();
        var id = import.Json.GetProperty("importId").GetString()!;
        Interrupt();

        var resume = (await _folder.RunAsync("resume", id, "--json")).Succeeded();

        Assert.Equal(import.Count("success"), resume.Count("success"));
        Assert.Equal(id, resume.Json.GetProperty("importId").GetString());
    }

    private void WriteWorkbook()
    {
        _folder.WriteUsers();
        MiniExcel.SaveAs(_folder.PathOf("contacts.xlsx"), new Dictionary<string, object>
        {
            ["Contacts"] = new[] { Row(101, "Nina", "Perret", "Ada Fontaine"), Row(102, "Paul", "Gaillard", "Luc Moreau"), Row(103, "", "Sorel", "Luc Moreau") },
            ["Others"] = new[] { Row(201, "Tom", "Vidal", "Luc Moreau") },
        });

        static Dictionary<string, object> Row(int id, string firstName, string lastName, string owner) => new()
        {
            ["ID Sellsy"] = id,
            ["Prénom"] = firstName,
            ["Nom"] = lastName,
            ["Propriétaire"] = owner,
            ["Note"] = firstName.Length > 0 ? "une\nligne" : "",
        };
    }

    private void Interrupt()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.PathOf("cadence.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE imports SET state = 'interrupted'";
        command.ExecuteNonQuery();
    }
}
