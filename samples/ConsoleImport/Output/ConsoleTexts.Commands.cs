using Cadence.SellsyImport;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConsoleImport.Output;

/// <content>What the commands say.</content>
internal sealed partial class ConsoleTexts
{
    public string FormatTitle => Say("Format", "Format");

    public string MappingTitle => Say("Mappage des champs", "Field mapping");

    public string PreviewTitle => Say("Aperçu de l'importation", "Preview of the import");

    public string ReportTitle => Say("Rapport", "Report");

    public string ReasonsTitle => Say("Raisons", "Reasons");

    public string LikenessesTitle => Say(
        "Ressemblances, proposées et jamais appliquées d'elles-mêmes",
        "Likenesses, offered and never applied by themselves");

    public string UsersTitle => Say("Utilisateurs de Cadence", "Users of Cadence");

    public string Field => Say("Champ", "Field");

    public string Source => Say("Colonne ou constante", "Column or constant");

    public string Column => Say("Colonne", "Column");

    public string Evidence => Say("Preuve", "Evidence");

    public string Score => Say("Score", "Score");

    public string Status => Say("Statut", "Status");

    public string Rows => Say("Lignes", "Rows");

    public string Reason => Say("Raison", "Reason");

    public string Severity => Say("Gravité", "Severity");

    public string Row => Say("Ligne", "Row");

    public string LinesOfFile => Say("Lignes du fichier", "Lines of the file");

    public string ContactId => Say("ID Sellsy", "Sellsy ID");

    public string Contact => Say("Contact", "Contact");

    public string Outcome => Say("Résultat", "Outcome");

    public string UserId => Say("ID", "ID");

    public string Name => Say("Nom", "Name");

    public string Email => Say("E-mail", "E-mail");

    public string Blank => Say("(vide)", "(blank)");

    public string UserWithoutId => Say("l'id est vide", "the id is blank");

    public string UserWithoutName => Say("le prénom et le nom sont vides", "first and last name are blank");

    public string UsersEmpty => Say("aucun utilisateur", "no user");

    public string UsersNotUtf8 => Say(
        "le texte n'est pas en UTF-8 ; enregistrez la liste en UTF-8",
        "the text is not UTF-8; save the list as UTF-8");

    public string UsersNone => Say(
        "Cadence n'a aucun utilisateur : donnez-en avec --users USERS.csv ou users add USERS.csv.",
        "Cadence has no user: give some with --users USERS.csv or users add USERS.csv.");

    public string CancelRequested => Say(
        "Interruption demandée. Ctrl-C encore une fois arrête tout de suite.",
        "Cancelling. Ctrl-C once more ends at once.");

    public string Cancelled => Say("Interrompu : rien n'a été écrit.", "Cancelled: nothing was written.");

    public string FormatLine(string file, ExportFormat format) =>
        $"{file} : {Words.Encoding(format)}, {Say("séparateur", "separator")} {Words.Separator(format)}, "
        + $"{Say("famille", "family")} {Words.Of(format.Family)}, {Say("fins de ligne", "line ends")} {Words.Of(format.NewLine)}";

    public string UnmappedLine(string headings) => Say($"Non mappées : {headings}", $"Not mapped: {headings}");

    public string FirstRows(long shown, long all) => Say($"Premières lignes : {shown} sur {all}", $"First rows: {shown} of {all}");

    public string OfEvidence(MappingEvidence evidence) => evidence switch
    {
        MappingEvidence.Exact => Say("nom exact", "exact name"),
        MappingEvidence.Alias => Say("synonyme connu", "known alias"),
        MappingEvidence.Chosen => Say("choisie", "chosen"),
        MappingEvidence.Constant => Say("constante", "constant"),
        _ => Say("profil", "profile"),
    };

    public string OfSeverity(IssueSeverity severity) =>
        severity == IssueSeverity.Error ? Library.Label(RowStatus.Error) : Say("Avertissement", "Warning");

    public string OfStage(ImportStage stage) => stage switch
    {
        ImportStage.Surveying => Say("Lecture", "Reading"),
        ImportStage.Previewing => Say("Aperçu", "Preview"),
        ImportStage.Adding => Say("Ajout", "Adding"),
        ImportStage.Undoing => Say("Annulation", "Undoing"),
        _ => Say("Rapport", "Report"),
    };

    public string Progress(ImportProgress progress, int percent) =>
        $"{OfStage(progress.Stage)} : {percent} %, {Say("lignes :", "rows:")} {progress.RowsRead}"
        + (progress.Stage == ImportStage.Adding ? $", {Say("ajoutées :", "added:")} {progress.RowsAdded}" : "");

    /// <summary>How far work has come of which nobody knows how much there is.</summary>
    public string Progress(ImportProgress progress) => $"{OfStage(progress.Stage)} : {Say("leads :", "leads:")} {progress.RowsRead}";

    public string Books(ImportCounts counts) => Say(
        $"Lignes lues : {counts.Read} = ajoutées : {counts.Added} + mises à jour : {counts.Updated} + inchangées : {counts.Unchanged} + ignorées : {counts.Skipped} + en erreur : {counts.Errors}",
        $"{counts.Read} read = {counts.Added} added + {counts.Updated} updated + {counts.Unchanged} unchanged + {counts.Skipped} skipped + {counts.Errors} in error");

    public string Imported(string importId, string database) => Say(
        $"Importation {importId} dans {database}",
        $"Import {importId} into {database}");

    public string RejectedWritten(long rows, string path) => Say(
        $"Lignes rejetées écrites dans {path} : {rows}",
        $"Rejected rows written to {path}: {rows}");

    public string StatusesWritten(string path) => Say(
        $"Statut de chaque ligne écrit dans {path}",
        $"Status of every row written to {path}");

    public string ProfileSaved(string path) => Say($"Profil enregistré dans {path}", $"Profile saved to {path}");

    public string UsersStored(int users, string database) => Say(
        $"Utilisateurs enregistrés dans {database} : {users}",
        $"Users stored in {database}: {users}");

    public string UserHeadingMissing(string headings) => Say(
        $"en-têtes absents : {headings}",
        $"headings missing: {headings}");

    public string UserHeadingTwice(string heading) => Say($"l'en-tête {heading} est là deux fois", $"the heading {heading} is there twice");

    public string UserFieldCount(int found, int expected) => Say(
        $"champs trouvés : {found}, attendus d'après les en-têtes : {expected}",
        $"fields found: {found}, expected by the headings: {expected}");

    public string UserTwice(string id) => Say($"l'id {id} est déjà sur une ligne précédente", $"the id {id} is already on an earlier line");

    public string DatabaseAbsent(string path) => Say(
        $"Pas de base {path} : elle naît au premier « users add » ou « import ».",
        $"There is no database {path}: the first \"users add\" or \"import\" creates it.");

    public string CancelledWhileAdding(string database) => Say(
        $"Interrompu : ce qui a été enregistré reste dans {database}. Relancez la même commande pour continuer ; rien n'est ajouté deux fois.",
        $"Cancelled: what was committed stays in {database}. Run the same command again to go on; nothing is added twice.");

    public string ImportedAlready(string database) => Say(
        $"L'importation est faite et reste dans {database}, mais son compte rendu n'a pas pu être écrit.",
        $"The import is done and stays in {database}, but the account of it could not be written.");

    /// <summary>The kind of a failure that nobody foresaw, without its message, which may hold a value of the file.</summary>
    public string Unexpected(Exception exception)
    {
        var code = exception switch
        {
            SqliteException sqlite => $"{sqlite.SqliteExtendedErrorCode}",
            PostgresException server => server.SqlState,
            _ => $"{exception.HResult}",
        };
        return Say(
            $"Erreur imprévue {exception.GetType().Name}, code {code} : la commande s'est arrêtée là, et ce qui était validé reste. Relancez-la ; si l'erreur revient, signalez ce texte.",
            $"Unforeseen error {exception.GetType().Name}, code {code}: the command stopped there, and what was committed stays. Run it again; where the error comes back, report this text.");
    }

    public string SampleDatabase(string database, bool exists) => exists
        ? Say(
            $"{database} existe déjà : on continue avec elle, et les contacts qu'elle a restent tels quels.",
            $"{database} exists already: it is used as it is, and the contacts it has stay as they are.")
        : Say($"Nouvelle base de démonstration {database}", $"New demo database {database}");

    public string SampleRefused(string database) => Say(
        $"{database} n'est pas une base de cette démonstration, et reste intact. Déplacez ce fichier, ou lancez la démonstration dans un autre dossier.",
        $"{database} is not a database of this demo, and stays as it is. Move that file, or run the demo in another folder.");

    public string SampleSecondFile => Say(
        "Un second export, dont certains contacts sont maintenant dans Cadence :",
        "A second export, some of whose contacts are in Cadence now:");

    public string SampleNext(string file, string database) => Say(
        $"Pour la suite, l'export sans propriétaire : import {file} --db {database} --const Owner=\"Hélène Aubrac\" --report rejets.csv",
        $"Next, the export without owners: import {file} --db {database} --const Owner=\"Hélène Aubrac\" --report rejected.csv");
}
