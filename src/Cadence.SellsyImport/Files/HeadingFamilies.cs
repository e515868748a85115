using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Tells the family of a heading row: the one family that has all the headings that Sellsy is known to write. Many headings stand in
/// several families; where those alone are there, the letter case tells family A from the lists, and French goes before English.
/// </summary>
internal static class HeadingFamilies
{
    [Flags]
    private enum Families
    {
        None = 0,
        A = 1,
        B = 2,
        C = 4,
        All = A | B | C,
    }

    private static readonly FrozenDictionary<string, Families> Known = Of(Families.A, FamilyHeadings.A)
        .Concat(Of(Families.B, FamilyHeadings.B))
        .Concat(Of(Families.C, FamilyHeadings.C))
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
            : common == Families.A || (common.HasFlag(Families.A) && isUpperCase) ? HeadingFamily.A
            : common.HasFlag(Families.B) ? HeadingFamily.B
            : HeadingFamily.C;
    }

    private static IEnumerable<(string Heading, Families Family)> Of(Families family, IEnumerable<string> headings) =>
        headings.Select(heading => (heading, family));
}
