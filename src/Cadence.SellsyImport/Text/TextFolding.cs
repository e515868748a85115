namespace Cadence.SellsyImport.Text;

/// <summary>Folds texts so that spellings that mean the same are equal, the same on every host and under every culture.</summary>
internal static class TextFolding
{
    public static string Heading(string text) => text.Trim().ToLowerInvariant();

    public static string PersonName(string text) => text.Trim().ToLowerInvariant();

    public static string Label(string text) => text.Trim().ToLowerInvariant();
}
