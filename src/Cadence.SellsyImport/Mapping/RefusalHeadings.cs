using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Headings under which yes is a refusal: <c>Désinscrit</c>, <c>Unsubscribed</c>, <c>Opt-out</c>.</summary>
internal static class RefusalHeadings
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "desinscrit", "desinscrite", "desinscrits", "desinscription", "desabonne", "desabonnee", "desabonnes", "desabonnement", "unsubscribed", "unsubscribe",
            "optout", "optedout", "refus", "refuse", "stop",
        ],
        StringComparer.Ordinal);

    public static bool Are(string? heading)
    {
        var words = TextFolding.Heading(heading ?? "").Split(' ');
        return words.Any(Words.Contains) || words.Zip(words.Skip(1)).Any(pair => pair is ("opt" or "opted", "out"));
    }
}
