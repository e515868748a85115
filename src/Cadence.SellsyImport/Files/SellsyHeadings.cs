using System.Collections.Frozen;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// The headings that only Sellsy writes, folded. A file without any of them may come from any program, so its ids are not taken for those of
/// Sellsy.
/// </summary>
internal static class SellsyHeadings
{
    private const int FewestApiNames = 2;

    /// <summary>Those of the lists.</summary>
    private static readonly FrozenSet<string> OfLists = FrozenSet.Create(
        StringComparer.Ordinal,
        "id sellsy", "sellsy id", "id contact sellsy", "contact sellsy id", "sellsy contact id", "sellsycontactid", "sellsy owner id", "sellsy company id",
        "client prospects fournisseurs lies", "client prospects suppliers linked");

    /// <summary>Those of the import template, but for those that tell of the company: others write <c>NOM_SOCIETE</c> too.</summary>
    private static readonly FrozenSet<string> OfTemplate = FrozenSet.Create(
        StringComparer.Ordinal,
        "prenom contact", "nom contact", "civilite contact", "fonction contact", "email contact", "telephone contact", "mobile contact", "fax contact",
        "web contact", "anniversaire contact", "twitter contact", "linkedin contact", "facebook contact", "viadeo contact", "contact note",
        "inscrit campagnes email", "inscrit campagnes sms", "id adresse sellsy", "id societe sellsy", "smart tags");

    /// <summary>The names of Sellsy's API that no other program is known to use for contacts.</summary>
    private static readonly FrozenSet<string> ApiNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "owner id", "owner type", "is archived", "social twitter", "social facebook", "social linkedin", "social viadeo", "marketing campaigns subscriptions",
        "is sendable");

    public static HashSet<string> Fold(IEnumerable<string> headings) => headings.Select(TextFolding.Heading).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a heading is one that only Sellsy writes, or the names are those of its API.</summary>
    public static bool AreIn(HashSet<string> folded) => folded.Overlaps(OfTemplate) || folded.Overlaps(OfLists) || HasApiNames(folded);

    /// <summary>
    /// Whether a heading can name the ids of Sellsy's contacts in a file. <c>CONTACT ID</c> is also written by Brevo and others: it needs another heading
    /// of the import template beside it. A bare <c>id</c> needs the names of Sellsy's API.
    /// </summary>
    /// <param name="heading">The folded heading.</param>
    /// <param name="folded">All headings of the file.</param>
    public static bool CanNameContactIds(string heading, HashSet<string> folded) => heading switch
    {
        "contact id" or "id contact" => folded.Overlaps(OfTemplate),
        "id" => HasApiNames(folded),
        "identifiant" => false,
        _ => true,
    };

    private static bool HasApiNames(HashSet<string> folded) => folded.Count(ApiNames.Contains) >= FewestApiNames;
}
