using Cadence.SellsyImport;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSellsyImport().UseSqlite("cadence.db");
await using var provider = services.BuildServiceProvider();
await provider.GetRequiredService<SqliteUserTable>().AddUsersAsync([new("u1", "Marie", "Durand")]);

// ImportSource.FromFile("contacts.csv") reads a file; this one is inline, so that the program runs as it is.
var source = ImportSource.FromBytes("contacts.csv", """
    ID Sellsy;Prénom;Nom;E-mail;Propriétaire
    1;Anne;Petit;anne@petit.example;Marie Durand
    2;Luc;Grand;luc@grand.example;Jean Inconnu
    """u8.ToArray());
var importer = provider.GetRequiredService<ISellsyImporter>();

// Open: which column feeds which field. Preview: the status of every row; nothing is written.
var overview = await importer.OpenAsync(source);
var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping);
await foreach (var row in importer.ReadPreviewAsync(source, plan))
{
    Console.WriteLine($"row {row.Number}: {row.Status} {string.Join(" ", row.Issues.Select(ImportTexts.English.IssueText))}");
}

// Add: what the preview showed, nothing else.
var report = await importer.AddAsync(source, plan);
Console.WriteLine($"{report.Counts.Read} read = {report.Counts.Added} added + {report.Counts.Skipped} skipped + {report.Counts.Errors} in error");
