// The whole way with a person in it: dotnet run --project samples/ConsoleImport [-- CONTACTS.csv]
// Without a file it imports samples/data. The installed command, sellsy-import, has all options.
using Cadence.SellsyImport;
using Microsoft.Extensions.DependencyInjection;

var source = ImportSource.FromFile(args is [var path] ? path : Sample("contacts-family-b.csv"));
var texts = ImportTexts.English;

var services = new ServiceCollection();
services.AddSellsyImport().UseSqlite("console-import.db");
await using var provider = services.BuildServiceProvider();
var importer = provider.GetRequiredService<ISellsyImporter>();
var history = provider.GetRequiredService<IImportHistory>();

// The people whom leads can be given to: id, first name, last name.
var users = File.ReadLines(Sample("cadence-users.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new CadenceUser(cells[0], cells[1], cells[2]));
await provider.GetRequiredService<SqliteUserTable>().AddUsersAsync([.. users]);

try
{
    // 1. Open: what the file is, and which column feeds which field.
    var overview = await importer.OpenAsync(source);
    foreach (var assignment in overview.Suggestion.Mapping.Assignments)
    {
        Console.WriteLine($"{texts.FieldLabel(assignment.Field.Name)} <- {assignment.Column?.Heading ?? assignment.Constant}");
    }

    // 2. Preview: every row with its status and all its reasons. Nothing is written.
    var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping);
    Console.WriteLine($"{plan.Counts.Blank} rows can be added, {plan.Counts.Active} are in Cadence already, {plan.Counts.Error} are in error:");
    foreach (var cause in plan.Causes.Where(cause => cause.Severity == IssueSeverity.Error))
    {
        Console.WriteLine($"  {cause.Rows} x {texts.IssueTitle(cause.Code)} {cause.Argument}".TrimEnd());
    }

    Console.Write("Which rows shall be added: all, none, or numbers such as 1-20,35? ");
    if (!RowSelection.TryParse(Console.ReadLine() ?? "none", out var ticked))
    {
        ticked = RowSelection.None;
    }

    // 3. Add: the ticked rows, as the preview showed them. The report accounts for each row of the file.
    var report = await importer.AddAsync(source, plan, new AddOptions { Selection = ticked });
    var counts = report.Counts;
    Console.WriteLine($"{counts.Read} read = {counts.Added} added + {counts.Skipped} skipped + {counts.Errors} in error");

    // 4. What was rejected goes back to the person as a file, to be corrected and imported again.
    await using (var rejected = File.Create("rejected.csv"))
    {
        await importer.WriteRejectedRowsAsync(source, report, rejected, texts);
    }

    Console.Write("Shall the import be undone? y/N ");
    if (Console.ReadLine() == "y")
    {
        var undone = await history.UndoAsync(report.Import.ImportId);
        Console.WriteLine($"{undone.Removed} leads removed, {undone.Kept} kept");
    }
}
catch (SellsyImportException exception)
{
    // A file or a store that cannot be used: what was found, where, and what to do.
    Console.Error.WriteLine(texts.ErrorText(exception.Code, exception.Arguments));
}

static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
