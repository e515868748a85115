using System.CommandLine;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>What each argument and option means, for the help of a command.</summary>
internal static class SymbolTexts
{
    public static string Of(Symbol symbol) => Texts.TryGetValue(symbol, out var text) ? Say(text.French, text.English) : "";

    private static readonly Dictionary<Symbol, (string French, string English)> Texts = new()
    {
        [Options.File] = (
            "l'export : un fichier CSV, ou un classeur .xlsx dont la première feuille visible est lue",
            "the export: a CSV file, or an .xlsx workbook whose first visible sheet is read"),
        [Options.UsersFile] = (
            "les utilisateurs : id,first_name,last_name,email et, au besoin, sellsy_id et is_active",
            "the users: id,first_name,last_name,email and, if needed, sellsy_id and is_active"),
        [Options.ImportId] = (
            "l'identifiant que donne history, son début, ou last pour le dernier",
            "the id that history shows, its first characters, or last for the newest"),
        [Options.Users] = ("des utilisateurs de Cadence, qui passent avant ceux de la base", "users of Cadence, which go before those of the database"),
        [Options.Database] = ("la base SQLite (cadence.db dans ce dossier par défaut)", "the SQLite database (default: cadence.db in this folder)"),
        [Options.Postgres] = (
            "une base sur un serveur : \"Host=…;Database=…;Username=…\" ; le mot de passe peut rester dans PGPASSWORD ou PGPASSFILE",
            "a database on a server: \"Host=…;Database=…;Username=…\"; the password may stay in PGPASSWORD or PGPASSFILE"),
        [Options.Sheet] = ("la feuille du classeur à lire", "the sheet of the workbook to read"),
        [Options.ResumedFile] = ("le fichier de l'import, s'il n'est plus à sa place", "the file of the import, if it has moved"),
        [Options.Encoding] = ("l'encodage du fichier, au lieu de celui qui est détecté", "the encoding of the file, in place of the detected one"),
        [Options.Separator] = ("le séparateur des champs, au lieu de celui qui est détecté", "the separator of fields, in place of the detected one"),
        [Options.HeadingRow] = ("la ligne des en-têtes, à partir de 1", "the line of the headings, from 1 on"),
        [Options.ShortRows] = (
            "les lignes qui ont moins de champs que d'en-têtes : des erreurs (error), ou vides à la fin (blank)",
            "rows with fewer fields than headings: errors (error), or blank at their end (blank)"),
        [Options.DateOrders] = ("l'ordre des dates d'un champ : jour (dmy) ou mois (mdy) d'abord", "the order of a field's dates: day (dmy) or month (mdy) first"),
        [Options.Profile] = ("le mappage enregistré par mapping --save", "the mapping that mapping --save saved"),
        [Options.Columns] = (
            "une colonne pour un champ ; COLONNE est un en-tête, ou #N à partir de #0 ; CHAMP+=COLONNE ajoute une colonne à une liste (Email, Phone, Mobile, Fax, Tags)",
            "a column for a field; COLUMN is a heading, or #N from #0 on; FIELD+=COLUMN adds a column to a list (Email, Phone, Mobile, Fax, Tags)"),
        [Options.Constants] = ("une valeur pour un champ de toutes les lignes", "one value for a field of all rows"),
        [Options.Values] = (
            "ce que veut dire un texte d'une colonne, comme Inscription:Abonné=oui",
            "what one text of a column means, such as Subscription:Abonné=yes"),
        [Options.Owners] = ("ce texte du fichier, et lui seul, désigne cet utilisateur", "this text of the file, and no other, means this user"),
        [Options.DefaultOwner] = ("l'utilisateur des lignes sans propriétaire", "the user of rows without an owner"),
        [Options.UnknownOwner] = ("l'utilisateur des lignes dont le propriétaire est inconnu", "the user of rows whose owner is unknown"),
        [Options.Account] = (
            "le compte Sellsy du fichier, pour qui en a plusieurs : les mêmes identifiants y désignent d'autres contacts",
            "the Sellsy account of the file, for those who have several: the same ids mean other contacts there"),
        [Options.Existing] = (
            "les contacts déjà dans Cadence : laissés (skip), complétés (fill) ou remplacés (overwrite) ; une cellule vide n'efface jamais rien",
            "contacts that are in Cadence: left (skip), filled in (fill) or replaced (overwrite); a blank cell never erases anything"),
        [Options.Repeated] = (
            "un contact sur plusieurs lignes : la première (first), la dernière (last), ou la première complétée par les autres (merge)",
            "a contact on several rows: the first (first), the last (last), or the first completed by the others (merge)"),
        [Options.KeepColumns] = ("garde les colonnes non mappées avec le lead", "keeps the columns that are not mapped with the lead"),
        [Options.Limits] = (
            "une limite : caractères d'une cellule, octets d'une ligne, ou nombre de colonnes",
            "a limit: characters of a cell, bytes of a row, or number of columns"),
        [Options.Changes] = ("combien de lignes modifiées sont montrées (20 par défaut)", "how many changed rows are shown (default: 20)"),
        [Options.Shown] = ("combien de lignes sont montrées (20 par défaut)", "how many rows are shown (default: 20)"),
        [Options.SavePlan] = ("enregistre le plan, que import --plan exécute", "saves the plan, which import --plan executes"),
        [Options.Plan] = ("exécute ce plan sans refaire l'aperçu", "executes this plan without a new preview"),
        [Options.Rows] = ("les lignes cochées (all par défaut)", "the ticked rows (default: all)"),
        [Options.Report] = ("écrit les lignes rejetées avec leur raison, à corriger et à réimporter", "writes the rejected rows with their reason, to correct and import again"),
        [Options.Statuses] = ("écrit le statut de chaque ligne", "writes the status of every row"),
        [Options.Save] = ("enregistre le mappage comme profil", "saves the mapping as a profile"),
        [Options.Yes] = ("ne demande pas de confirmation", "asks for no confirmation"),
        [Options.Language] = ("la langue (fr par défaut)", "the language (default: fr)"),
        [Options.Json] = ("répond en JSON sur la sortie standard", "answers in JSON on standard output"),
        [Options.JsonRows] = ("met autant de lignes dans la réponse JSON", "puts that many rows into the JSON answer"),
    };
}
