namespace Cadence.SellsyImport.Mapping;

/// <summary>Tells the family of headings.</summary>
internal static class HeadingFamilies
{
    public static HeadingFamily Of(IEnumerable<string> headings) => headings.Any() ? HeadingFamily.Unknown : HeadingFamily.Unknown;
}
