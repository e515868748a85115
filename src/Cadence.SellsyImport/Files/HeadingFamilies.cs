using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds the family of a heading row: the only family that has all the known Sellsy headings of the row. Many headings belong to several
/// families. If a row has only such headings, the letter case separates the import template from the lists, and French precedes English.
/// </summary>
internal static class HeadingFamilies
{
    [Flags]
    private enum Families
    {
        None = 0,
        ImportTemplate = 1,
        FrenchList = 2,
        EnglishList = 4,
        All = ImportTemplate | FrenchList | EnglishList,
    }

    private static readonly Families[] Each = [Families.ImportTemplate, Families.FrenchList, Families.EnglishList];

    private static readonly FrozenDictionary<string, Families> Known = Of(Families.ImportTemplate, FamilyHeadings.ImportTemplate)
        .Concat(Of(Families.FrenchList, FamilyHeadings.FrenchList))
        .Concat(Of(Families.EnglishList, FamilyHeadings.EnglishList))
        .GroupBy(entry => entry.Heading, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(Families.None, (all, entry) => all | entry.Family), StringComparer.Ordinal);

    public static HeadingFamily Of(IEnumerable<string> headings)
    {
        var common = Families.All;
        var isKnown = false;
        var isUpperCase = true;
        foreach (var heading in headings)
        {
            if (!Known.TryGetValue(TextFolding.Heading(heading), out var families))
            {
                continue;
            }

            isKnown = true;
            common &= families;
            isUpperCase &= !heading.Any(char.IsLower);
        }

        return !isKnown ? HeadingFamily.Unknown
            : common == Families.None ? HeadingFamily.Mixed
            : common == Families.ImportTemplate || (common.HasFlag(Families.ImportTemplate) && isUpperCase) ? HeadingFamily.ImportTemplate
            : common.HasFlag(Families.FrenchList) ? HeadingFamily.FrenchList
            : HeadingFamily.EnglishList;
    }

    /// <summary>
    /// Tells of a folded heading whether Sellsy writes it, but not in the family that most of the given headings are of: <c>owner</c> in a French list is a column
    /// that the account has added.
    /// </summary>
    public static Func<string, bool> OtherThanMostOf(HashSet<string> folded)
    {
        var counts = Each.ToLookup(family => folded.Count(heading => Known.GetValueOrDefault(heading).HasFlag(family)));
        var most = counts.MaxBy(families => families.Key)!.Aggregate(Families.None, (all, family) => all | family);
        return heading => Known.TryGetValue(heading, out var families) && (families & most) == Families.None;
    }

    private static IEnumerable<(string Heading, Families Family)> Of(Families family, IEnumerable<string> headings) =>
        headings.Select(heading => (heading, family));
}
