using ConsoleImport.CommandLine;

namespace ConsoleImport.Output;

/// <content>What is said about a command line.</content>
internal sealed partial class ConsoleTexts
{
    public string UsageTitle => Say("Usage :", "Usage:");

    public string UsersWordMissing => Say(
        "Mot manquant après « users » : add ou list est attendu.",
        "A word is missing after \"users\": add or list is expected.");

    public string HelpNotes => Say(
        """
        FIELD est le nom d'un champ (FirstName, Owner, Email…). COLUMN est un en-tête, ou #N pour la colonne d'index N en partant de #0.
        Ordre : la suggestion ou --profile, puis --set, puis --const. Base par défaut : cadence.db dans le dossier courant ; --postgres en
        désigne une sur un serveur ("Host=…;Database=…;Username=…"), dont le mot de passe peut rester dans PGPASSWORD ou PGPASSFILE.
        --existing : skip laisse les leads présents tels quels, fill complète leurs champs vides, overwrite remplace leurs valeurs ; une
        cellule vide n'efface jamais rien. --repeated : pour un contact sur plusieurs lignes, first garde la première, last la dernière,
        merge complète la première par les suivantes. IMPORT est l'identifiant que donnent import et history. Un import interrompu continue quand on
        relance import avec le même fichier et les mêmes réglages, ou par resume ; preview montre son plan, jusqu'à ce que end y mette fin.
        undo, interrompu, se relance de même.
        Codes de sortie : 0 fait (les lignes en erreur sont dans les comptes), 1 fichier, mappage, plan, import ou base inutilisable, ou import
        en cours dans un autre processus, 2 mauvais usage, 130 interrompu par Ctrl-C.
        """,
        """
        FIELD is the name of a field (FirstName, Owner, Email…). COLUMN is a heading, or #N for the column of index N counted from #0.
        Order: the suggestion or --profile, then --set, then --const. Default database: cadence.db in the current folder; --postgres names
        one on a server ("Host=…;Database=…;Username=…"), whose password may stay in PGPASSWORD or PGPASSFILE.
        --existing: skip leaves the leads that are there as they are, fill fills in their blank fields, overwrite replaces their values; a
        blank cell never erases anything. --repeated: of a contact on several rows, first keeps the first one, last the last one, merge
        completes the first one from those after it. IMPORT is the id that import and history tell. An import that was interrupted goes on when import
        is run again with the same file and settings, or by resume; preview shows its plan until end ends it. undo, interrupted, is run again
        likewise.
        Exit codes: 0 done (row errors are in the counts), 1 the file, mapping, plan, import or database cannot be used, or the import is
        being written by another process, 2 wrong usage, 130 cancelled by Ctrl-C.
        """);

    public string HelpHint(string help) => Say($"Aide : {help}", $"Help: {help}");

    public string CommandUnknown(string word) => Say(
        $"Commande inconnue « {word} » : preview, import, resume, end, undo, history, mapping, users add ou users list est attendu.",
        $"Unknown command \"{word}\": preview, import, resume, end, undo, history, mapping, users add or users list is expected.");

    public string UsersWordUnknown(string word) => Say(
        $"« users {word} » est inconnu : users add ou users list est attendu.",
        $"\"users {word}\" is unknown: users add or users list is expected.");

    public string OptionUnknown(string option, string known) => Say(
        $"Option inconnue {option} : cette commande accepte {known}.",
        $"Unknown option {option}: this command takes {known}.");

    public string OptionTwice(string option) => Say(
        $"{option} est donnée deux fois : une seule est attendue.",
        $"{option} is given twice: it is expected once.");

    public string ValueMissing(string option, string value) => Say(
        $"Valeur manquante après {option} : {value} est attendu.",
        $"The value of {option} is missing: {value} is expected.");

    public string ArgumentUnexpected(string argument) => Say(
        $"Argument inattendu « {argument} » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.",
        $"Unexpected argument \"{argument}\": nothing stands in this place; quote a name that has spaces.");

    public string FileMissing(string file) => file == Usage.ImportId
        ? Say($"Import manquant : {file} est attendu, l'identifiant que donne history.", $"The import is missing: {file} is expected, the id that history tells.")
        : Say($"Fichier manquant : {file} est attendu.", $"The file is missing: {file} is expected.");

    public string NotTogether(string option, string other) => Say(
        $"{option} et {other} ne vont pas ensemble : donnez l'une des deux.",
        $"{option} and {other} do not go together: give one of them.");

    public string ConnectionWrong => Say(
        "La valeur de --postgres n'est pas une connexion : Host=…;Database=…;Username=… est attendu, entre guillemets.",
        "The value of --postgres is no connection: Host=…;Database=…;Username=… is expected, in quotes.");

    public string ChangesWrong(string value) => Say(
        $"--changes « {value} » : un nombre de lignes ou all est attendu.",
        $"--changes \"{value}\": a number of rows or all is expected.");

    public string ChoiceUnknown(string option, string value, string choices) => Say(
        $"{option} « {value} » est inconnu : attendu {choices}.",
        $"{option} \"{value}\" is unknown: expected {choices}.");

    public string RowsWrong(string value) => Say(
        $"--rows « {value} » n'est pas une sélection : attendu all, none, ou des numéros de ligne à partir de 1 comme 1-20,35.",
        $"--rows \"{value}\" is no selection: expected all, none, or row numbers from 1 on such as 1-20,35.");

    public string SettingWrong(string option, string value, string expected) => Say(
        $"{option} « {value} » : {expected} est attendu, sans blanc de part et d'autre du signe égal.",
        $"{option} \"{value}\": {expected} is expected, with nothing blank on either side of the equals sign.");

    public string FieldUnknown(string option, string field, string known) => Say(
        $"{option} : champ inconnu « {field} ». Champs : {known}.",
        $"{option}: unknown field \"{field}\". Fields: {known}.");

    public string FieldTwice(string option, string field) => Say(
        $"{option} {field} est donné deux fois : une fois par champ est attendu.",
        $"{option} {field} is given twice: once a field is expected.");

    public string ColumnTwice(string column, string field, string other) => Say(
        $"--set donne la colonne « {column} » à {field} et à {other} : une colonne alimente un seul champ.",
        $"--set gives the column \"{column}\" to {field} and to {other}: one column feeds one field.");

    public string FileClash(string one, string other, string path) => Say(
        $"{one} et {other} désignent le même fichier {path}, qui serait écrasé : donnez un autre nom à l'un d'eux.",
        $"{one} and {other} name the same file {path}, which would be overwritten: give one of them another name.");

    public string CommandSummary(ConsoleCommand command) => command switch
    {
        ConsoleCommand.Preview => Say("chaque ligne avec son statut ; rien n'est écrit", "every row with its status; nothing is written"),
        ConsoleCommand.Import => Say("aperçu, ajout des lignes, rapport", "preview, add the rows, report"),
        ConsoleCommand.Resume => Say("continue un import interrompu", "goes on with an import that was interrupted"),
        ConsoleCommand.End => Say("met fin à un import interrompu, qui ne sera pas repris", "ends an import that was interrupted; it is not resumed"),
        ConsoleCommand.Undo => Say("annule un import, et nomme ce qui doit rester", "takes an import back, and names what has to stay"),
        ConsoleCommand.History => Say("les imports de la base, le plus récent d'abord", "the imports of the database, newest first"),
        ConsoleCommand.Mapping => Say("le mappage proposé, avec ses preuves", "the suggested mapping, with its evidence"),
        ConsoleCommand.UsersAdd => Say("ajoute ou met à jour des utilisateurs de Cadence", "adds or updates users of Cadence"),
        ConsoleCommand.UsersList => Say("les utilisateurs de Cadence", "the users of Cadence"),
        _ => Say("tout le chemin sur samples/data, dans la base cadence-demo.db", "the whole way on samples/data, into cadence-demo.db"),
    };
}
