using System.CommandLine;
using System.CommandLine.Invocation;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary><c>--help</c>: every command with its options, then what their values mean.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        foreach (var command in Usage.Runnable(parseResult.RootCommandResult.Command))
        {
            Console.Out.WriteLine($"{Usage.LineOf(command)}\n    {command.Description}\n".ReplaceLineEndings());
        }

        Console.Out.WriteLine(Notes.ReplaceLineEndings());
        return 0;
    }

    private static string Notes => Say(
        """
        FILE est un fichier CSV, ou un classeur (.xlsx, .xlsm) dont la première feuille visible est lue, à moins que --sheet n'en nomme une autre.
        FIELD est le nom d'un champ (FirstName, Owner, Email…). COLUMN est un en-tête, ou #N pour la colonne d'index N en partant de #0.
        --set FIELD+=COLUMN ajoute une colonne à une liste (Email, Phone, Mobile, Fax, Tags).
        --encoding, --separator, --heading-row, --short-rows et --date-order remplacent ce qui est détecté, et ce que dit le profil ; mapping --save
        les enregistre. --short-rows blank lit comme vides les champs qui manquent en fin de ligne.
        --value : dans les colonnes du champ, ce texte se lit comme cette valeur (--value EmailConsent:Abonné=oui) ; une valeur vide dit que le
        texte ne veut rien dire ; mapping --save l'enregistre.
        Ordre : la suggestion ou --profile, puis --set, puis --const, puis --value. Base par défaut : cadence.db dans le dossier courant ; --postgres en
        désigne une sur un serveur ("Host=…;Database=…;Username=…"), dont le mot de passe peut rester dans PGPASSWORD ou PGPASSFILE.
        --owner : ce texte du fichier, et lui seul, désigne cet utilisateur ; --default-owner donne à un utilisateur les lignes sans
        propriétaire, --unknown-owner celles dont le propriétaire n'est pas dans Cadence ; mapping --save les enregistre aussi.
        --existing : skip laisse les leads présents tels quels, fill complète leurs champs vides, overwrite remplace leurs valeurs ; une
        cellule vide n'efface jamais rien. --repeated : pour un contact sur plusieurs lignes, first garde la première, last la dernière,
        merge complète la première par les suivantes. IMPORT est l'identifiant que donnent import et history. Un import interrompu continue quand on
        relance import avec le même fichier et les mêmes réglages, ou par resume ; preview montre son plan, jusqu'à ce que end y mette fin.
        undo, interrompu, se relance de même.
        --account nomme le compte Sellsy du fichier, pour qui en a plusieurs : les mêmes identifiants y désignent d'autres contacts.
        Codes de sortie : 0 fait (les lignes en erreur sont dans les comptes), 1 fichier, mappage, plan, import ou base inutilisable, ou import
        en cours dans un autre processus, 2 mauvais usage, 130 interrompu par Ctrl-C.
        """,
        """
        FILE is a CSV file, or a workbook (.xlsx, .xlsm) whose first visible sheet is read unless --sheet names another one.
        FIELD is the name of a field (FirstName, Owner, Email…). COLUMN is a heading, or #N for the column of index N counted from #0.
        --set FIELD+=COLUMN adds one more column to a list (Email, Phone, Mobile, Fax, Tags).
        --encoding, --separator, --heading-row, --short-rows and --date-order stand in place of what is detected, and of what the profile says;
        mapping --save saves them. --short-rows blank reads fields that are missing at the end of a row as blank.
        --value: in the columns of the field this text is read as this value (--value EmailConsent:Abonné=yes); a blank value says that the text
        means nothing; mapping --save saves it.
        Order: the suggestion or --profile, then --set, then --const, then --value. Default database: cadence.db in the current folder; --postgres names
        one on a server ("Host=…;Database=…;Username=…"), whose password may stay in PGPASSWORD or PGPASSFILE.
        --owner: this text of the file, and no other, means this user; --default-owner gives a user the rows without an owner,
        --unknown-owner those whose owner is not in Cadence; mapping --save saves them too.
        --existing: skip leaves the leads that are there as they are, fill fills in their blank fields, overwrite replaces their values; a
        blank cell never erases anything. --repeated: of a contact on several rows, first keeps the first one, last the last one, merge
        completes the first one from those after it. IMPORT is the id that import and history tell. An import that was interrupted goes on when import
        is run again with the same file and settings, or by resume; preview shows its plan until end ends it. undo, interrupted, is run again
        likewise.
        --account names the Sellsy account of the file, for those who have several: the same ids mean other contacts there.
        Exit codes: 0 done (row errors are in the counts), 1 the file, mapping, plan, import or database cannot be used, or the import is
        being written by another process, 2 wrong usage, 130 cancelled by Ctrl-C.
        """);
}
