using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary>
/// No command: the main job on the sample data. One export is imported into <c>cadence-demo.db</c> of the current folder, and a second
/// one, which has some of the same contacts, is previewed. A file of that name that this command did not make is refused.
/// </summary>
internal static class SampleCommand
{
    /// <summary>Who starts the imports of this command, in the history of the database: by it the database is known again.</summary>
    private const string Starter = "demo";

    public static async Task RunAsync(ConsoleContext context)
    {
        var (display, texts, database) = (context.Display, context.Texts, context.Options.Database);
        var exists = Path.Exists(database);
        if (exists && !await IsOwnAsync(context))
        {
            throw new RefusedException(texts.SampleRefused(Path.GetFullPath(database)));
        }

        display.Line(texts.SampleDatabase(Path.GetFullPath(database), exists));
        var users = UsersFile.Read(SampleData("cadence-users.csv"), texts);
        await using var services = ImportServices.ForWriting(context.Database);
        context.HasWritten = true;
        await services.AddUsersAsync(users, context.Cancellation);
        display.Line(texts.UsersStored(users.Count, database));

        var planned = await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-b.csv")), context);
        var report = await ImportCommand.AddAsync(services, planned, [], context, Starter);
        new ReportPresenter(display, texts).Show(report, database);

        display.Title(texts.SampleSecondFile);
        await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-c.csv")), context);
        display.Line(texts.SampleNext("samples/data/contacts-family-a.csv", database));
    }

    private static async Task<bool> IsOwnAsync(ConsoleContext context)
    {
        try
        {
            await using var services = ImportServices.ForReading(context.Database);
            var first = await services.History.ReadAsync(context.Cancellation).LastOrDefaultAsync(context.Cancellation);
            return first?.Import.StartedBy == Starter;
        }
        catch (SellsyImportException)
        {
            return false;
        }
    }

    private static string SampleData(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
