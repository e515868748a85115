namespace Cadence.SellsyImport.Mapping;

/// <summary>Recognises the headings of Sellsy's other exports.</summary>
internal static class ForeignExports
{
    public static string? Recognise(IReadOnlyList<string> headings) => headings.Contains("ID COMMENTAIRE SELLSY") ? "comments" : null;
}
