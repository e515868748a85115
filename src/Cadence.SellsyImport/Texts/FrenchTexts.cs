namespace Cadence.SellsyImport.Texts;

/// <summary>The French texts: the words that the users of Cadence see on their screen.</summary>
internal static class FrenchTexts
{
    public static TextCatalogue Catalogue { get; } = new(
        new Dictionary<string, string>(FrenchLabels.All),
        new Dictionary<string, string>
        {
            [IssueCodes.FieldCountDiffers] = "{0} champs trouvés, {1} attendus d'après les en-têtes. Corrigez le nombre de séparateurs de la ligne.",
            [IssueCodes.StrayQuote] = "Un guillemet se trouve là où aucun n'est attendu. Doublez-le ou retirez-le.",
            [IssueCodes.QuoteNotClosed] = "Un guillemet ouvert à la ligne {0} du fichier n'est jamais fermé. Fermez-le ou retirez-le.",
            [IssueCodes.RecordTooLong] = "La ligne dépasse {0} octets. Raccourcissez-la ou augmentez la limite.",
            [IssueCodes.CellTooLong] = "Une cellule compte {0} caractères, {1} au plus sont acceptés. Raccourcissez-la ou augmentez la limite.",
            [IssueCodes.BytesUndecodable] = "L'octet {0} du fichier n'est pas du texte en {1}. Réexportez le fichier depuis Sellsy.",
            [IssueCodes.EncodingChanges] = "L'encodage change à l'octet {0} du fichier : {1}. Deux exports ont sans doute été collés ; vérifiez les accents.",
            [IssueCodes.ControlCharacter] = "La ligne contient le caractère de contrôle {0}. Retirez-le.",
            [IssueCodes.HeadingsRepeated] = "La ligne répète les en-têtes. Deux exports ont sans doute été collés ; retirez la ligne.",
            [IssueCodes.RowEmpty] = "Toutes les cellules de la ligne sont vides. Retirez la ligne.",
            [IssueCodes.MandatoryBlank] = "Le champ est obligatoire et vide. Complétez-le.",
            [IssueCodes.IdNotDigits] = "L'identifiant n'est pas composé que de chiffres. Reprenez celui de Sellsy.",
            [IssueCodes.ValueTooLong] = "{0} caractères trouvés, {1} au plus sont acceptés. Raccourcissez la valeur.",
            [IssueCodes.DigitsLost] = "Un tableur a remplacé des chiffres par une puissance de dix : ils sont perdus. Réexportez le fichier sans l'ouvrir dans un tableur.",
            [IssueCodes.EmailInvalid] = "L'adresse e-mail est mal formée. Corrigez-la dans Sellsy.",
            [IssueCodes.TooManyEmails] = "{0} adresses e-mail trouvées, {1} au plus sont gardées comme telles ; les autres sont gardées à part.",
            [IssueCodes.PhoneUnrecognised] = "Le numéro de téléphone n'est pas reconnu ; son texte est gardé tel quel.",
            [IssueCodes.TooManyPhones] = "{0} numéros de téléphone trouvés, {1} au plus sont gardés comme tels ; les autres sont gardés à part.",
            [IssueCodes.DateInvalid] = "La date n'est pas au format {0} de sa colonne ; son texte est gardé tel quel.",
            [IssueCodes.DateOrderAssumed] = "Rien dans la colonne ne distingue le jour du mois ({0} lignes) ; le jour est lu en premier.",
            [IssueCodes.WebAddressInvalid] = "L'adresse web est mal formée ; son texte est gardé tel quel.",
            [IssueCodes.ConsentInvalid] = "La valeur n'est ni oui ni non ; aucun consentement n'est retenu.",
            [IssueCodes.CompanyNumberInvalid] = "Le numéro SIREN ou SIRET n'a pas la bonne longueur ou la bonne clé ; son texte est gardé tel quel.",
            [IssueCodes.TextGarbled] = "Les accents semblent abîmés par un double encodage. Réexportez le fichier depuis Sellsy.",
            [IssueCodes.ColumnVetoed] = "{2} valeurs sur {3} de la colonne « {0} » (position {1}) ne sont pas celles du champ ; la colonne n'est pas associée. Vérifiez le mappage.",
            [IssueCodes.ColumnsCompete] = "Deux colonnes conviennent : « {2} » (position {3}) est associée, « {0} » (position {1}) ne l'est pas. Vérifiez le mappage.",
            [IssueCodes.OwnerUnknown] = "Utilisateur non présent dans Cadence : « {0} ». Ajoutez d'abord cet utilisateur dans Cadence.[1| Noms proches : {1}.]",
            [IssueCodes.OwnerAmbiguous] = "Plusieurs utilisateurs de Cadence portent le nom « {0} » : {1}. Décidez lequel est le propriétaire.",
            [IssueCodes.OwnerConflict] = "L'identifiant et le nom du propriétaire « {0} » désignent des utilisateurs différents : {1}. Corrigez l'un des deux.",
            [IssueCodes.OwnerDecisionStale] = "L'utilisateur choisi pour « {0} » n'est plus dans Cadence. Choisissez-en un autre.",
            [IssueCodes.SeveralOwners] = "La cellule cite plusieurs propriétaires ; le premier est retenu : « {0} ».",
            [IssueCodes.SeveralCompanies] = "La cellule cite plusieurs sociétés ; la première est retenue : « {0} ».",
            [IssueCodes.CompanyIdDiffers] = "La même société porte deux identifiants dans le fichier ; le premier rencontré est retenu : {0}, et non {1}.",
            [IssueCodes.ContactRepeated] = "Le contact est déjà à la ligne {0} de ce fichier. La première ligne compte ; retirez celle-ci.",
            [IssueCodes.AlreadyInCadence] = "Le contact est déjà dans Cadence.[0| Cadences en cours : {0}.][!0| Aucune cadence en cours.]",
            [IssueCodes.AppearedSincePreview] = "Le contact est apparu dans Cadence depuis l'aperçu. Refaites l'aperçu.",
        },
        new Dictionary<string, string>(FrenchErrors.All));
}
