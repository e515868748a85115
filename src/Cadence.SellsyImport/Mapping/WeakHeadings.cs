using System.Collections.Frozen;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Aliases that also mean something else: an id may be the company's, a title the job's, a colleague not the owner. They count only
/// where no stronger heading of the field has values, and their values are checked more strictly.
/// </summary>
internal static class WeakHeadings
{
    private static readonly FrozenSet<string> Folded = FrozenSet.Create(
        StringComparer.Ordinal,
        "id",
        "identifiant",
        "titre",
        "title",
        "collaborateur",
        "collaborateurs affectes");

    public static bool Contains(string foldedHeading) => Folded.Contains(foldedHeading);
}
