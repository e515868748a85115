namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>
/// <c>demo</c>: the main use case on the sample data. One export is imported into <c>cadence-demo.db</c> of the current folder, and a second
/// one, which has some of the same contacts, is previewed. A file of that name that this command did not make is refused.
/// </summary>
internal static class DemoCommand
{
    private const string Database = "cadence-demo.db";

    /// <summary>The user who starts the imports of this command, in the history of the database. The command recognises its own database by it.</summary>
    private const string Starter = "demo";

    public static async Task RunAsync(ConsoleContext context)
    {
        context.Database = new SqliteDatabase(Database);
        context.Display.Line(await DescribeDatabaseAsync(context));
        context.HasWritten = true;
        await UsersCommands.AddAsync(UsersFile.Read(SampleData("cadence-users.csv")), context);
        await using var services = ImportServices.ForWriting(context.Database);
        var planned = await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-b.csv")), context);
        var report = await ImportCommand.AddAsync(services, planned, UserList.None, context, Starter);
        ReportView.Show(context.Display, report, Database);

        context.Display.Title(Say(
            "Un second export, dont certains contacts sont maintenant dans Cadence :",
            "A second export, some of whose contacts are in Cadence now:"));
        await PlannedImport.FromAsync(services, ImportSource.FromFile(SampleData("contacts-family-c.csv")), context);
        context.Display.Line(Say(
            $"Pour la suite : {ProgramName.Current} undo last --db {Database} ; puis votre export : {ProgramName.Current} preview FICHIER --users UTILISATEURS.csv",
            $"Next: {ProgramName.Current} undo last --db {Database}; then your export: {ProgramName.Current} preview FILE --users USERS.csv"));
    }

    private static async Task<string> DescribeDatabaseAsync(ConsoleContext context)
    {
        var path = Path.GetFullPath(Database);
        if (!Path.Exists(path))
        {
            return Say($"Nouvelle base de démonstration {path}", $"New demo database {path}");
        }

        return await IsOwnAsync(context)
            ? Say(
                $"{path} existe déjà : on continue avec elle, et les contacts qu'elle a restent tels quels.",
                $"{path} exists already: it is used as it is, and the contacts it has stay as they are.")
            : throw new RefusedException(Say(
                $"{path} n'est pas une base de cette démonstration, et reste intact. Déplacez ce fichier, ou lancez la démonstration dans un autre dossier.",
                $"{path} is not a database of this demo, and stays as it is. Move that file, or run the demo in another folder."));
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
