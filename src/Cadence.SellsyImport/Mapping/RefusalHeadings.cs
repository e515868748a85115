using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Headings under which yes is a refusal: <c>Désinscrit</c>, <c>Opt-out</c>, <c>Ne pas contacter</c>. A refusal that is negated, as in
/// <c>Non désinscrit</c>, is none.
/// </summary>
internal static class RefusalHeadings
{
    private static readonly FrozenSet<string> Refusals = FrozenSet.ToFrozenSet(
        [
            "desinscrit", "desinscrite", "desinscrits", "desinscription", "desabonne", "desabonnee", "desabonnes", "desabonnement", "refus", "refuse",
            "opposition", "oppose", "opposee", "opposes", "exclu", "exclue", "exclus", "exclusion", "bloque", "bloquee", "blackliste", "blacklistee",
            "resilie", "resiliation", "unsubscribed", "unsubscribe", "optout", "optedout", "stop", "blocked", "blacklist", "blacklisted", "excluded", "abgemeldet",
            "disiscritto",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(
        ["non", "ne", "pas", "sans", "jamais", "no", "not", "don", "dont", "never", "nicht", "kein", "keine"], StringComparer.Ordinal);

    // "Inscrit (oui/non)" says how the column is filled in.
    private static readonly FrozenSet<string> Affirmations = FrozenSet.ToFrozenSet(["oui", "yes"], StringComparer.Ordinal);

    public static bool Are(string? heading)
    {
        var words = TextFolding.Heading(heading ?? "").Split(' ');
        var refuses = words.Any(Refusals.Contains) || words.Zip(words.Skip(1)).Any(pair => pair is ("opt" or "opted", "out") or ("liste", "noire"));
        var isNegated = words.Any(Negations.Contains) && !words.Any(Affirmations.Contains);
        return refuses != isNegated;
    }
}
