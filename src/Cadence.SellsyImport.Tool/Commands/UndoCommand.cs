using System.Diagnostics;
using System.Text.Json.Nodes;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>undo IMPORT</c>: undoes an import, and names what had to stay.</summary>
internal static class UndoCommand
{
    private const int ExceptionsShown = 100;

    public static async Task RunAsync(ConsoleContext context)
    {
        var clock = Stopwatch.StartNew();
        var id = context.Get(Options.ImportId);
        await using var services = await ImportServices.ForImportAsync(id, context);
        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress => services.History.UndoAsync(id, progress, context.Cancellation));
        context.HasImported = true;
        Show(context.Display, report, context.Database.Name);
        if (context.Get(Options.Json))
        {
            JsonAnswer.Write(Json(report, clock.ElapsedMilliseconds));
        }
    }

    private static void Show(Display display, UndoReport report, string database)
    {
        display.Table(
            Say("Annulation", "Undo"),
            [Say("Résultat", "Outcome"), "Leads"],
            [Library.Label(UndoOutcome.Removed), $"{report.Removed}"],
            [Library.Label(UndoOutcome.Restored), $"{report.Restored}"],
            [Library.Label(UndoOutcome.Kept), $"{report.Kept}"],
            [Library.Label(UndoOutcome.Vanished), $"{report.Vanished}"]);
        display.Line(Say(
            $"Sociétés : supprimées : {report.Companies.Removed}, conservées : {report.Companies.Kept}",
            $"Companies: {report.Companies.Removed} removed, {report.Companies.Kept} kept"));
        if (report.Exceptions.Length > 0)
        {
            var shown = report.Exceptions.Take(ExceptionsShown).ToList();
            display.Table(
                Say(
                    $"Ce qui n'a pas été annulé en entier : {shown.Count} sur {report.Exceptions.Length}",
                    $"What was not taken back whole: {shown.Count} of {report.Exceptions.Length}"),
                [Say("Ligne", "Row"), Say("ID Sellsy", "Sellsy ID"), Say("Résultat", "Outcome"), Say("Champ", "Field"), Say("Raison", "Reason")],
                shown.Select(lead => new[]
                {
                    $"{lead.Row}", lead.SellsyContactId, Library.Label(lead.Outcome), string.Join(", ", FieldsOf(lead)),
                    string.Join(" ", ReasonsOf(lead).Select(Library.IssueText)),
                }));
        }

        if (report.LaterImports.Length > 0)
        {
            display.Line($"{Say("Imports suivants qui s'appuient sur celui-ci :", "Later imports that built upon this one:")} {string.Join(", ", report.LaterImports)}");
        }

        display.Line(Say($"Import {report.Import.ImportId} annulé dans {database}", $"Import {report.Import.ImportId} undone in {database}"));
    }

    private static JsonObject Json(UndoReport report, long elapsedMilliseconds) => new()
    {
        ["importId"] = report.Import.ImportId,
        ["file"] = report.Import.FileName,
        ["removed"] = report.Removed,
        ["restored"] = report.Restored,
        ["kept"] = report.Kept,
        ["vanished"] = report.Vanished,
        ["companies"] = new JsonObject { ["removed"] = report.Companies.Removed, ["kept"] = report.Companies.Kept },
        ["exceptions"] = JsonParts.Array(report.Exceptions, lead => new JsonObject
        {
            ["row"] = lead.Row,
            ["contactId"] = lead.SellsyContactId,
            ["outcome"] = Words.Of(lead.Outcome),
            ["fields"] = JsonParts.Texts(FieldsOf(lead)),
            ["reasons"] = JsonParts.Array(ReasonsOf(lead), reason => new JsonObject { ["code"] = reason.Code, ["text"] = Library.IssueText(reason) }),
        }),
        ["laterImports"] = JsonParts.Texts(report.LaterImports),
        ["elapsedMs"] = elapsedMilliseconds,
    };

    /// <summary>What of a lead had to stay, each field once.</summary>
    private static IEnumerable<string> FieldsOf(UndoneLead lead) => lead.Issues.Select(issue => issue.Field).OfType<string>().Distinct();

    /// <summary>The reasons without their fields, each once.</summary>
    private static IEnumerable<ImportIssue> ReasonsOf(UndoneLead lead) =>
        lead.Issues.Select(issue => issue with { Field = null }).DistinctBy(issue => (issue.Code, string.Join(' ', issue.Arguments)));
}
