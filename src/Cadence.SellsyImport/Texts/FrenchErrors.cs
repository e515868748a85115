namespace Cadence.SellsyImport.Texts;

/// <summary>The French messages of errors: found, where, expected, remedy.</summary>
internal static class FrenchErrors
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [ErrorCodes.FileEmpty] = "{0} est vide. Réexportez les contacts depuis Sellsy.",
        [ErrorCodes.FileWithoutRows] = "{0} a des en-têtes mais aucune ligne. Réexportez les contacts depuis Sellsy.",
        [ErrorCodes.FileNotFound] = "{0} n'existe pas. Vérifiez le chemin.",
        [ErrorCodes.FileIsDirectory] = "{0} est un dossier ; un fichier CSV est attendu.",
        [ErrorCodes.FileUnreadable] = "{0} ne peut pas être lu, à partir de l'octet {1}. Vérifiez qu'il n'est pas ouvert ailleurs et que vous y avez accès.",
        [ErrorCodes.FileUnwritable] = "{0} ne peut pas être écrit. Vérifiez le dossier et les droits.",
        [ErrorCodes.FileOfAnotherKind] = "{0} n'est pas un fichier CSV mais un fichier {1}. Dans Sellsy, choisissez Actions > Export CSV.",
        [$"{ErrorCodes.FileOfAnotherKind}.xlsx"] = "{0} est un classeur Excel (.xlsx). Dans Excel, enregistrez-le au format « CSV UTF-8 », ou réexportez les contacts depuis Sellsy.",
        [$"{ErrorCodes.FileOfAnotherKind}.xls"] = "{0} est un classeur Excel (.xls). Dans Excel, enregistrez-le au format « CSV UTF-8 », ou réexportez les contacts depuis Sellsy.",
        [$"{ErrorCodes.FileOfAnotherKind}.zip"] = "{0} est une archive ZIP. Extrayez-en le fichier CSV et importez celui-ci.",
        [$"{ErrorCodes.FileOfAnotherKind}.gz"] = "{0} est une archive gzip. Extrayez-en le fichier CSV et importez celui-ci.",
        [$"{ErrorCodes.FileOfAnotherKind}.pdf"] = "{0} est un document PDF. Dans Sellsy, choisissez Actions > Export CSV.",
        [$"{ErrorCodes.FileOfAnotherKind}.html"] = "{0} est une page web, peut-être une page d'erreur ou de connexion. Téléchargez de nouveau l'export depuis le message de Sellsy.",
        [ErrorCodes.ExportOfAnotherKind] = "{0} est un autre export de Sellsy ({1}) ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [$"{ErrorCodes.ExportOfAnotherKind}.comments"] = "{0} est un export des commentaires de Sellsy ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [$"{ErrorCodes.ExportOfAnotherKind}.tasks"] = "{0} est un export des tâches de Sellsy ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [$"{ErrorCodes.ExportOfAnotherKind}.companies"] = "{0} est un export des sociétés de Sellsy ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [$"{ErrorCodes.ExportOfAnotherKind}.products"] = "{0} est un export des produits de Sellsy ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [$"{ErrorCodes.ExportOfAnotherKind}.invoices"] = "{0} est un export des factures de Sellsy ; un export de contacts est attendu. Dans Sellsy, exportez la liste des contacts.",
        [ErrorCodes.HeadingsNotFound] = "{0} n'a pas de ligne d'en-têtes. Réexportez les contacts depuis Sellsy avec les en-têtes.",
        [ErrorCodes.HeadingsDamaged] = "{0}, ligne {1} : un guillemet des en-têtes n'est pas refermé, les colonnes ne se distinguent donc pas. Supprimez ce guillemet ou réexportez les contacts depuis Sellsy.",
        [ErrorCodes.TooManyColumns] = "{0} a {1} colonnes, {2} au plus sont acceptées. Réexportez moins de colonnes ou augmentez la limite.",
        [ErrorCodes.MandatoryFieldsNotMapped] = "{0} : des champs obligatoires n'ont ni colonne ni constante : {1}. Associez une colonne à chacun ou donnez-lui une constante.",
        [ErrorCodes.FieldUnknown] = "Le champ {0} n'existe pas. Champs possibles : {1}.",
        [ErrorCodes.ColumnsNotFound] = "{0} n'a pas ces colonnes du mappage : {1}. Associez d'autres colonnes ou choisissez le fichier du profil.",
        [ErrorCodes.ColumnAmbiguous] = "{0} a plusieurs colonnes « {1} », aux positions {2}. Désignez la colonne par sa position.",
        [ErrorCodes.ProfileUnreadable] = "{0} n'est pas un profil de mappage lisible : {1}. Enregistrez-le de nouveau depuis le mappage.",
        [ErrorCodes.PlanOfAnotherFile] = "{0} n'est pas le fichier de l'aperçu, ou a changé depuis. Refaites l'aperçu.",
        [ErrorCodes.OptionInvalid] = "L'option {0} vaut {1} ; {2} est attendu.",
        [ErrorCodes.SinkMissing] = "Aucun ILeadSink n'est enregistré. Appelez UseSqlite(…) ou UsePostgreSql(…) sur ce que renvoie AddSellsyImport(), ou enregistrez votre propre ILeadSink.",
        [ErrorCodes.UsersMissing] = "Personne ne fournit les utilisateurs de Cadence. Enregistrez un ICadenceUserProvider ou un IOwnerResolver, ou appelez UseSqlite(…).",
        [ErrorCodes.UsersUnreadable] = "{0}, ligne {1} : {2}. Les en-têtes id,first_name,last_name,email sont attendus, et un identifiant par ligne.",
        [ErrorCodes.SeamContractBroken] = "{0} rompt son contrat : {1} trouvé, {2} attendu. Corrigez l'implémentation enregistrée.",
        [ErrorCodes.DatabaseLocked] = "La base de données {0} est verrouillée par un autre programme. Fermez-le et recommencez.",
        [ErrorCodes.DatabaseReadOnly] = "La base de données {0} ne peut pas être écrite. Vérifiez les droits sur le fichier et son dossier.",
        [ErrorCodes.DatabaseUnreadable] = "{0} n'est pas une base de données SQLite lisible. Choisissez un autre fichier ou restaurez une sauvegarde.",
        [ErrorCodes.DatabaseOfAnotherVersion] = "La base de données {0} a un schéma de version {1} ; la version {2} est attendue. Utilisez la version de la bibliothèque qui l'a créée, ou une nouvelle base.",
        [ErrorCodes.DatabaseFolderMissing] = "La base de données {0} ne peut pas être créée : le dossier {1} n'existe pas. Créez le dossier ou choisissez-en un autre.",
        [ErrorCodes.DatabaseFull] = "La base de données {0} ou son disque est plein. Libérez de la place et recommencez ; ce qui a été validé est gardé.",
    };
}
