namespace Cadence.SellsyImport.Texts;

internal static class FrenchTexts
{
    public static TextCatalogue Catalogue { get; } = new(
        new Dictionary<string, string>(),
        new Dictionary<string, string>(),
        new Dictionary<string, string>());
}
