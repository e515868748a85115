namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>What people type most often, for the help.</summary>
internal static class Examples
{
    public static string[] Of(string command) => command switch
    {
        "preview" => ["preview contacts.csv --users users.csv"],
        "import" =>
        [
            Say("import contacts.csv --users users.csv --report rejets.csv", "import contacts.csv --users users.csv --report rejected.csv"),
            "import contacts.csv --const Owner=\"Hélène Aubrac\" --existing fill",
        ],
        "mapping" => [Say("mapping contacts.csv --set Company=Client --save profil.json", "mapping contacts.csv --set Company=Client --save profile.json")],
        "undo" => ["undo last"],
        "resume" => ["resume last"],
        _ => [],
    };
}
