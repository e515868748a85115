using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary>
/// No command: the main job on the sample data. One export is imported into <c>cadence.db</c> of the current folder, and a second one,
/// which has some of the same contacts, is previewed.
/// </summary>
internal static class SampleCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var (display, texts, database) = (context.Display, context.Texts, context.Options.Database);
        display.Line(texts.SampleDatabase(Path.GetFullPath(database), Path.Exists(database)));
        var users = UsersFile.Read(SampleData("cadence-users.csv"), texts);
        await using var services = ImportServices.ForWriting(context.Database);
        context.HasWritten = true;
        await services.AddUsersAsync(users, context.Cancellation);
        display.Line(texts.UsersStored(users.Count, database));

        var planned = await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-b.csv")), context);
        var report = await ImportCommand.AddAsync(services, planned, [], context);
        new ReportPresenter(display, texts).Show(report, database);

        display.Title(texts.SampleSecondFile);
        await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-c.csv")), context);
        display.Line(texts.SampleNext("samples/data/contacts-family-a.csv"));
    }

    private static string SampleData(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
