using System.Globalization;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>Tests over databases that are copies of one, and what an import that nobody disturbed made of it.</summary>
public abstract class PreparedStoreTests : IAsyncLifetime
{
    private protected const string Template = "template";
    private protected const string Imported = "imported";

    private KillStore? _store;

    private protected KillStore Store => _store!;

    private protected ConsoleFolder Folder { get; } = new();

    private protected string LeadsBefore { get; private set; } = "";

    private protected string CompaniesBefore { get; private set; } = "";

    private protected string LeadsAfter { get; private set; } = "";

    private protected string CompaniesAfter { get; private set; } = "";

    private protected string LedgerAfter { get; private set; } = "";

    private protected string ImportId { get; private set; } = "";

    private protected PersonValues Persons { get; private set; } = PersonValues.Of([]);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true",
            "The rules of culture have no part in how processes end or wait for each other; the other mode has these tests.");
        _store = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        Folder.Dispose();
    }

    private protected abstract Task<KillStore> OpenAsync();

    /// <summary>Makes a database in which half of the contacts are, others than in the file, and sees what an undisturbed import makes of it.</summary>
    private protected async Task PrepareAsync(int rows)
    {
        var generator = Generator(1, rows);
        Folder.Write("contacts.csv", generator.ToBytes());
        Persons = PersonValues.Of(generator.ToBytes());
        Folder.Write("before.csv", Generator(2, rows / 2).ToBytes());
        Folder.Write("users.csv", "id,first_name,last_name,email\n" + string.Concat(generator.Users.Select(user => $"{user.Id},{user.FirstName},{user.LastName},\n")));
        await Store.CreateAsync(Template);
        (await Folder.RunAsync(["import", "before.csv", "--users", "users.csv", "--json", .. Store.Arguments(Template)])).Succeeded();
        LeadsBefore = await Store.ReadLeadsAsync(Template);
        CompaniesBefore = await Store.ReadCompaniesAsync(Template);
        await Store.CopyAsync(Template, Imported);
        var run = (await Folder.RunAsync(["import", "contacts.csv", "--existing", "overwrite", "--json", .. Store.Arguments(Imported)])).Succeeded();
        Assert.Equal((rows / 2, rows / 2), (run.Count("success"), run.Count("updated")));
        LeadsAfter = await Store.ReadLeadsAsync(Imported);
        CompaniesAfter = await Store.ReadCompaniesAsync(Imported);
        LedgerAfter = await Store.ReadLedgerAsync(Imported);
        ImportId = await ImportIdAsync(Imported);
        Assert.Equal((rows / 2, rows), (Lines(LeadsBefore), Lines(LeadsAfter)));
        Assert.NotEqual(CompaniesBefore, CompaniesAfter);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"finished|{rows}|{rows / 2}|"), LedgerAfter, StringComparison.Ordinal);
    }

    private protected async Task<string> ImportIdAsync(string name) =>
        (await Store.ReadAsync(name, "SELECT import_id FROM imports WHERE file_name = 'contacts.csv' ORDER BY id LIMIT 1")).Trim();

    private static int Lines(string text) => text.Count(character => character == '\n');

    private static SellsyExportGenerator Generator(int seed, int rows) => new(new()
    {
        Seed = seed,
        Rows = rows,
        Owners = 3,
        Companies = rows / 10,
        MultilineNoteShare = 0,
    });
}
