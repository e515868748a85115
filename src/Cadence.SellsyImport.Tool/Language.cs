namespace Cadence.SellsyImport.Tool;

/// <summary>The language of this process, set once before the commands are built. Each text of the console is written where it is used, in both languages.</summary>
internal static class Language
{
    /// <summary>The texts of the library: labels, issues and errors.</summary>
    public static ImportTexts Library { get; private set; } = ImportTexts.French;

    public static void Use(ImportTexts language) => Library = language;

    public static string Say(string french, string english) => Library == ImportTexts.English ? english : french;
}
