using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EfCoreImport.Tests;

/// <summary>The sample from its commands to its tables.</summary>
public sealed class EfCoreImportTests : IAsyncLifetime
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Fonction;E-mail;Propriétaire;Société\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("ef-core-import-").FullName;
    private readonly StringWriter _output = new();
    private ServiceProvider? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = new ServiceCollection().AddCrm($"Data Source={_folder}/crm.db;Pooling=False").BuildServiceProvider();
        Assert.Equal(0, await RunAsync("sellers", "Hélène Aubrac", "Thomas Leroy-Dumas"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _output.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_preview_shows_every_row_and_writes_nothing()
    {
        var file = Write("1;Anne;Petit;;anne@petit.example;Hélène Aubrac;\r\n2;Luc;Grand;;;Jean Inconnu;\r\n");

        Assert.Equal(0, await RunAsync("preview", file));

        Assert.Equal(
            ["1 | 1 |  | ", "2 | 2 | Error | "], Lines().Select(line => line[..(line.LastIndexOf('|') + 2)].Replace("Blank", "", StringComparison.Ordinal)));
        Assert.Empty(await ContactsAsync());
    }

    [Fact]
    public async Task An_import_fills_the_tables_of_the_host_with_their_owners_and_is_in_the_history()
    {
        var file = Write("1;Anne;Petit;Gérante;anne@petit.example;Hélène Aubrac;Alpha\r\n2;Luc;Grand;;;Jean Inconnu;\r\n3;Zoé;Brun;;;Thomas Leroy-Dumas;\r\n");

        Assert.Equal(0, await RunAsync("import", file));

        Assert.EndsWith(": 3 read = 2 added + 0 updated + 0 unchanged + 0 skipped + 1 errors", Assert.Single(Lines()), StringComparison.Ordinal);
        Assert.Equal(
            ["1 Anne Petit Gérante anne@petit.example Alpha, Aubrac", "3 Zoé Brun   , Leroy-Dumas"],
            (await ContactsAsync()).Select(contact =>
                $"{contact.SellsyId} {contact.FirstName} {contact.LastName} {contact.Job} {contact.Email} {contact.Company}, {contact.Owner!.LastName}"));
        Assert.Equal(0, await RunAsync("history"));
        Assert.EndsWith("| contacts.csv | Finished | 3 read = 2 added + 0 updated + 0 unchanged + 0 skipped + 1 errors", Lines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_export_overwrites_what_it_says_and_the_host_keeps_its_own_values()
    {
        await RunAsync("import", Write("1;Anne;Petit;Gérante;anne@petit.example;Hélène Aubrac;Alpha\r\n2;Luc;Grand;;;Hélène Aubrac;\r\n"));
        await EditAsync("1", contact => contact.Score = 42);

        Assert.Equal(0, await RunAsync("import", Write("1;Anne;Petit;Directrice;anne@petit.example;Thomas Leroy-Dumas;Alpha\r\n2;Luc;Grand;;;Hélène Aubrac;\r\n"), "Overwrite"));

        Assert.EndsWith("2 read = 0 added + 1 updated + 1 unchanged + 0 skipped + 0 errors", Lines()[^1], StringComparison.Ordinal);
        var contact = (await ContactsAsync())[0];
        Assert.Equal(("Directrice", "Leroy-Dumas", 42), (contact.Job, contact.Owner!.LastName, contact.Score));
    }

    [Fact]
    public async Task An_undo_removes_what_was_added_and_keeps_what_somebody_worked_on()
    {
        await RunAsync("import", Write("1;Anne;Petit;;;Hélène Aubrac;\r\n2;Luc;Grand;;;Hélène Aubrac;\r\n3;Zoé;Brun;;;Hélène Aubrac;\r\n"));
        var importId = Lines()[^1].Split(' ')[1].TrimEnd(':');
        await EditAsync("2", contact => contact.Score = 7);

        Assert.Equal(0, await RunAsync("undo", importId));

        Assert.Equal("2 removed, 0 restored, 1 kept, 0 no longer there", Lines()[^1]);
        Assert.Equal("2", Assert.Single(await ContactsAsync()).SellsyId);
    }

    [Fact]
    public async Task The_migrations_are_those_of_the_model()
    {
        await using var context = Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task The_program_itself_imports_and_says_how_to_call_it()
    {
        var file = Write("1;Anne;Petit;;;Hélène Aubrac;\r\n");

        var (told, code) = await ProcessAsync($"--Database={_folder}/crm.db", "import", file);
        var (usage, wrong) = await ProcessAsync($"--Database={_folder}/crm.db", "wrong");

        Assert.Contains("1 read = 1 added", told, StringComparison.Ordinal);
        Assert.StartsWith("Usage: EfCoreImport", usage, StringComparison.Ordinal);
        Assert.Equal((0, 2), (code, wrong));
    }

    private static async Task<(string Told, int Code)> ProcessAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "EfCoreImport.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var told = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (told, process.ExitCode);
    }

    private Task<int> RunAsync(params string[] command) => new Commands(
        _host!.GetRequiredService<ISellsyImporter>(),
        _host!.GetRequiredService<IImportHistory>(),
        _host!.GetRequiredService<IDbContextFactory<CrmContext>>(),
        _output).RunAsync(command, Cancellation);

    private string[] Lines() => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private string Write(string rows)
    {
        var path = Path.Combine(_folder, "contacts.csv");
        File.WriteAllText(path, Headings + rows);
        return path;
    }

    private CrmContext Context() => _host!.GetRequiredService<IDbContextFactory<CrmContext>>().CreateDbContext();

    private async Task<List<Contact>> ContactsAsync()
    {
        await using var context = Context();
        return await context.Contacts.Include(contact => contact.Owner).OrderBy(contact => contact.SellsyId).ToListAsync(Cancellation);
    }

    private async Task EditAsync(string sellsyId, Action<Contact> edit)
    {
        await using var context = Context();
        edit(await context.Contacts.SingleAsync(contact => contact.SellsyId == sellsyId, Cancellation));
        await context.SaveChangesAsync(Cancellation);
    }
}
