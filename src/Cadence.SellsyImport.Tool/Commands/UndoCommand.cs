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
        await using var services = await ImportServices.ForImportAsync(context.Get(Options.ImportId), context);
        var import = await ImportReference.FindAsync(services, context.Get(Options.ImportId), _ => true, context.Cancellation);
        var id = import.Import.ImportId;
        if (import.State == ImportState.Undone)
        {
            context.Display.Line(Say(
                "Cet import est déjà annulé. Un autre s'annule par son identifiant ; history les montre.",
                "This import is undone already. Another one is undone by its id; history shows them."));
        }
        else if (!context.Get(Options.Yes))
        {
            await Question.ConfirmAsync(
                TextOf(import), Say("Rien n'a été annulé : répondez o, ou ajoutez --yes.", "Nothing was undone: answer y, or add --yes."), context.Cancellation);
        }

        context.Cancellation.ThrowIfCancellationRequested();
        context.HasWritten = true;
        var report = await context.Display.TrackAsync(progress => services.History.UndoAsync(id, progress, context.Cancellation));
        context.HasImported = true;
        Show(context.Display, report, context.Database.Name);
        if (context.IsJson)
        {
            JsonAnswer.Write(Json(report, clock.ElapsedMilliseconds));
        }
    }

    private static void Show(Display display, UndoReport report, string database)
    {
        display.Table(
            Say("Annulation", "Undo"),
            [Say("Résultat", "Outcome"), "Leads", Say("Signification", "Meaning")],
            [Library.Label(UndoOutcome.Removed), report.Removed, Say("l'import les avait ajoutés", "the import had added them")],
            [Library.Label(UndoOutcome.Restored), report.Restored, Say("ont leurs valeurs d'avant l'import", "have their values from before the import")],
            [Library.Label(UndoOutcome.Kept), report.Kept, Say("modifiés depuis : restent, au moins en partie", "changed since: stay, at least in part")],
            [Library.Label(UndoOutcome.Vanished), report.Vanished, Say("n'étaient plus dans Cadence", "were no longer in Cadence")],
            [Library.Label(UndoOutcome.Forgotten), report.Forgotten, Say("ont été oubliés sur demande", "were forgotten on request")]);
        display.Line(Say(
            $"Sociétés : supprimées : {report.Companies.Removed}, conservées : {report.Companies.Kept}",
            $"Companies: {report.Companies.Removed} removed, {report.Companies.Kept} kept"));
        if (report.Exceptions.Length > 0)
        {
            var shown = report.Exceptions.Take(ExceptionsShown).ToList();
            display.Entries(
                Say(
                    $"Ce qui n'a pas été annulé en entier : {shown.Count} sur {report.Exceptions.Length}",
                    $"What was not taken back whole: {shown.Count} of {report.Exceptions.Length}"),
                [Say("Ligne", "Row"), Say("ID Sellsy", "Sellsy ID"), Say("Résultat", "Outcome"), Say("Champ", "Field")],
                [.. shown.Select(lead => (
                    new Cell[] { lead.Row, lead.SellsyContactId, Library.Label(lead.Outcome), string.Join(", ", FieldsOf(lead).Select(Library.FieldLabel)) },
                    ReasonsOf(lead).Select(Library.IssueText).ToArray()))]);
        }

        if (report.LaterImports.Length > 0)
        {
            display.Line($"{Say("Imports suivants qui s'appuient sur celui-ci :", "Later imports that built upon this one:")} {string.Join(", ", report.LaterImports)}");
        }

        display.Line(Say($"Import {report.Import.ImportId} annulé dans {database}", $"Import {report.Import.ImportId} undone in {database}"));
    }

    /// <summary>What an undo will do, as far as it is known before.</summary>
    private static string TextOf(LedgerImport import) => Say(
        $"""
        Import {import.Import.ImportId} de {import.Import.FileName}, du {HistoryCommand.StartOf(import)} (UTC) :
          leads ajoutés, qui seront supprimés : {Cell.Amount(import.Counts.Added)}
          leads mis à jour, qui auront leurs valeurs d'avant : {Cell.Amount(import.Counts.Updated)}
        Ce qui a été modifié depuis est conservé et nommé.
        """,
        $"""
        Import {import.Import.ImportId} of {import.Import.FileName}, of {HistoryCommand.StartOf(import)} (UTC):
          leads that were added, which will be removed: {Cell.Amount(import.Counts.Added)}
          leads that were updated, which will have their values from before: {Cell.Amount(import.Counts.Updated)}
        What has been changed since is kept and named.
        """);

    private static JsonObject Json(UndoReport report, long elapsedMilliseconds) => new()
    {
        ["importId"] = report.Import.ImportId,
        ["file"] = report.Import.FileName,
        ["removed"] = report.Removed,
        ["restored"] = report.Restored,
        ["kept"] = report.Kept,
        ["vanished"] = report.Vanished,
        ["forgotten"] = report.Forgotten,
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
