using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What the page offers in the place of what was detected, in the language of the person.</summary>
internal static class ReadingChoices
{
    public static ReadingChoicesView Of(ImportTexts texts)
    {
        var isFrench = texts.Language == "fr";
        return new(
            [
                new("utf-8", "UTF-8"),
                new("utf-16le", "UTF-16 LE"),
                new("utf-16be", "UTF-16 BE"),
                new("utf-32le", "UTF-32 LE"),
                new("utf-32be", "UTF-32 BE"),
                new("windows-1252", isFrench ? "Windows-1252 (Europe de l'Ouest)" : "Windows-1252 (Western Europe)"),
                new("windows-1250", isFrench ? "Windows-1250 (Europe centrale)" : "Windows-1250 (Central Europe)"),
                new("windows-1254", isFrench ? "Windows-1254 (turc)" : "Windows-1254 (Turkish)"),
                new("iso-8859-2", isFrench ? "ISO-8859-2 (Europe centrale)" : "ISO-8859-2 (Central Europe)"),
                new("iso-8859-9", isFrench ? "ISO-8859-9 (turc)" : "ISO-8859-9 (Turkish)"),
                new("iso-8859-15", isFrench ? "ISO-8859-15 (Europe de l'Ouest, avec €)" : "ISO-8859-15 (Western Europe, with €)"),
                new("ibm437", isFrench ? "IBM437 (DOS, États-Unis)" : "IBM437 (DOS, United States)"),
                new("ibm850", isFrench ? "IBM850 (DOS, Europe de l'Ouest)" : "IBM850 (DOS, Western Europe)"),
                new("macintosh", isFrench ? "Macintosh (Mac OS classique)" : "Macintosh (classic Mac OS)"),
            ],
            [
                new(";", isFrench ? "; (point-virgule)" : "; (semicolon)"),
                new(",", isFrench ? ", (virgule)" : ", (comma)"),
                new(SessionReading.Tab, isFrench ? "Tabulation" : "Tab"),
                new("|", isFrench ? "| (barre verticale)" : "| (vertical bar)"),
            ],
            [
                new(SessionReading.ShortRowsAreErrors, isFrench ? "Lignes en erreur" : "Rows in error"),
                new(SessionReading.ShortRowsAreBlank, isFrench ? "Champs manquants lus comme vides" : "Missing fields read as blank"),
            ]);
    }
}
