using System.Text.RegularExpressions;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Headings under which yes is a refusal: <c>Désinscrit</c>, <c>Opt-out</c>, <c>Opposition</c>, <c>Ne pas contacter</c>, <c>Non abonné</c>.</summary>
internal static partial class RefusalHeadings
{
    /// <summary>A word that denies the next one: <c>Non abonné</c> is a refusal, and <c>Sans opposition</c> is none.</summary>
    private const string Negation = @"\b(?:ne? \w+ plus|ne?|ni|non|absence|pas|sans|aucune?|jamais|no|not|don t|dont|never|without|sin|senza|keine?|nicht) (?:(?:de?|se?) )?";

    public static bool Are(string? heading)
    {
        var refusal = Refusal().Match(TextFolding.Heading(heading ?? ""));
        return refusal.Success ? !refusal.Groups["negation"].Success : Denies(TextFolding.Heading(Remark().Replace(heading ?? "", " ")));
    }

    /// <summary>Whether a heading denies what it names. <c>Abonné / Non abonné</c> names both, as does <c>Abonné ou non</c>.</summary>
    private static bool Denies(string folded) =>
        Denial().Match(folded) is { Success: true } denial && !folded[..denial.Index].Split(' ').Contains(denial.Groups["denied"].Value);

    [GeneratedRegex(
        $"(?<negation>{Negation})?" + @"(?:desinscri|desabonn|unsubscri|opt(?:ed)? ?out|refus|oppos|resili|bloque|black ?list|liste (?:noire|rouge)|bloctel|disiscri"
        + @"|abgemeldet|widerspr|\b(?:stop|baja|exclue?s?|exclusions?|excluded|blocked|exclure|interdite?s?|interdictions?|plus (?:abonn|inscri)\w*|robinson|retiree?s?|retrait|withdrawn|withdrawal|annulee?s?|annulation|forbidden|rejete?s?|rejected|revoquee?s?|revoked|declined)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();

    [GeneratedRegex($@"{Negation}(?<denied>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    /// <summary>What stands in parentheses, such as <c>(oui/non)</c> or <c>(non obligatoire)</c>.</summary>
    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
