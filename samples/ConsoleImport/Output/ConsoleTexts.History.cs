using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <content>What is said about leads that are in Cadence already, and about imports that were made.</content>
internal sealed partial class ConsoleTexts
{
    public string PoliciesTitle => Say("Contacts déjà dans Cadence, selon --existing", "Contacts that are in Cadence already, by --existing");

    public string Before => Say("Avant", "Before");

    public string After => Say("Après", "After");

    public string HistoryEmpty => Say("Aucun import.", "No import.");

    public string Import => Say("Import", "Import");

    public string File => Say("Fichier", "File");

    public string StartedAt => Say("Début (UTC)", "Started (UTC)");

    public string State => Say("État", "State");

    public string UndoTitle => Say("Annulation", "Undo");

    public string Leads => Say("Leads", "Leads");

    public string ChangesTitle(long shown, long all) => Say(
        $"Champs qui changeraient, lignes : {shown} sur {all}",
        $"Fields that would change, rows: {shown} of {all}");

    public string PlanSaved(string path) => Say($"Plan enregistré dans {path}", $"Plan saved to {path}");

    public string Resumed(string importId, long row) => Say(
        $"Importation {importId} reprise à la ligne {row}",
        $"Import {importId} resumed at row {row}");

    public string HistoryTitle(string database) => Say($"Imports de {database}", $"Imports of {database}");

    public string ExceptionsTitle(long shown, long all) => Say(
        $"Ce qui n'a pas été annulé en entier : {shown} sur {all}",
        $"What was not taken back whole: {shown} of {all}");

    public string LaterImports(string imports) => Say(
        $"Imports suivants qui s'appuient sur celui-ci : {imports}",
        $"Later imports that built upon this one: {imports}");

    public string CompaniesUndone(UndoneCompanies companies) => Say(
        $"Sociétés : supprimées : {companies.Removed}, conservées : {companies.Kept}",
        $"Companies: {companies.Removed} removed, {companies.Kept} kept");

    public string Undone(string importId, string database) => Say(
        $"Import {importId} annulé dans {database}",
        $"Import {importId} undone in {database}");

    public string CancelledWhileUndoing(string database) => Say(
        $"Interrompu : ce qui est déjà annulé le reste dans {database}. Relancez la même commande pour continuer.",
        $"Cancelled: what is undone already stays so in {database}. Run the same command again to go on.");

    public string UndoneAlready(string database) => Say(
        $"L'annulation est faite dans {database}, mais son compte rendu n'a pas pu être écrit.",
        $"The undo is done in {database}, but the account of it could not be written.");

    public string InterruptedShown(InterruptedImport import) => Say(
        $"L'import {import.ImportId} de ce fichier a été interrompu avant la ligne {import.NextRow} : voici son plan, et ce que ses lignes sont devenues.",
        $"Import {import.ImportId} of this file was interrupted before row {import.NextRow}: this is its plan, with what became of its rows.");

    public string InterruptedRemedy(InterruptedImport import) => Say(
        $"import ou resume {import.ImportId} le continue ; end {import.ImportId} y met fin, et l'aperçu suivant part de l'état présent.",
        $"import or resume {import.ImportId} continues it; end {import.ImportId} ends it, and the next preview starts from the present state.");

    public string Ended(string importId, string database) => Say(
        $"L'import {importId} de {database} est arrêté : il ne sera pas repris, et peut être annulé par undo.",
        $"Import {importId} of {database} is ended: it will not be resumed, and can be taken back by undo.");

    public string OfState(ImportState state) => state switch
    {
        ImportState.Running => Say("en cours", "running"),
        ImportState.Interrupted => Say("interrompu", "interrupted"),
        ImportState.Finished => Say("terminé", "finished"),
        ImportState.Undoing => Say("annulation en cours", "undoing"),
        ImportState.Ended => Say("arrêté", "ended"),
        _ => Say("annulé", "undone"),
    };

    public string OfOutcome(UndoOutcome outcome) => outcome switch
    {
        UndoOutcome.Removed => Say("Supprimé", "Removed"),
        UndoOutcome.Restored => Say("Rétabli", "Restored"),
        UndoOutcome.Kept => Say("Conservé", "Kept"),
        _ => Say("Déjà absent", "Gone already"),
    };
}
