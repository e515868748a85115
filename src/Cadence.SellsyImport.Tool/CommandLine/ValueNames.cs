namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>The names of the values of arguments and options, as the help and the messages write them.</summary>
internal static class ValueNames
{
    /// <summary>The name in the language of this process; a name that is the same in both as it stands.</summary>
    public static string Of(string name) => name switch
    {
        "FILE" => Say("FICHIER", "FILE"),
        "USERS.csv" => Say("UTILISATEURS.csv", "USERS.csv"),
        "SHEET" => Say("FEUILLE", "SHEET"),
        "CONNECTION" => Say("CONNEXION", "CONNECTION"),
        "P.json" => Say("PROFIL.json", "PROFILE.json"),
        "FIELD=COLUMN" => Say("CHAMP=COLONNE", "FIELD=COLUMN"),
        "FIELD=VALUE" => Say("CHAMP=VALEUR", "FIELD=VALUE"),
        "FIELD=dmy|mdy" => Say("CHAMP=dmy|mdy", "FIELD=dmy|mdy"),
        "COLUMN:TEXT=VALUE" => Say("COLONNE:TEXTE=VALEUR", "COLUMN:TEXT=VALUE"),
        "TEXT=USERID" => Say("TEXTE=ID", "TEXT=USERID"),
        "USERID" => Say("ID", "USERID"),
        "REJECTED.csv" => Say("REJETS.csv", "REJECTED.csv"),
        "STATUSES.csv" => Say("STATUTS.csv", "STATUSES.csv"),
        "NAME" => Say("NOM", "NAME"),
        "cell|row|columns=N" => "cell|row|columns=N",
        _ => name,
    };
}
