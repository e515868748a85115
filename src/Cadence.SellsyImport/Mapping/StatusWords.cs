using System.Collections.Frozen;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Yes, no and the states of a record: values that show a column of flags or of states under a heading that also means something else, such as
/// <c>Client</c> and <c>État</c>.
/// </summary>
internal static class StatusWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> States = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "actif", "active", "actifs", "inactif", "inactive", "activé", "activée", "désactivé", "désactivée", "enabled", "disabled", "archivé",
        "archivée", "archive", "archived", "supprimé", "supprimée", "deleted", "bloqué", "bloquée", "blocked", "suspendu", "suspendue", "suspended",
        "en attente", "pending", "en cours", "in progress", "validé", "validée", "valide", "valid", "invalide", "invalid", "brouillon", "draft",
        "ouvert", "ouverte", "open", "fermé", "fermée", "closed", "clos", "terminé", "terminée", "done", "nouveau", "nouvelle", "new", "gagné", "won",
        "perdu", "lost", "annulé", "annulée", "cancelled", "canceled", "confirmé", "confirmée", "confirmed", "client", "prospect", "suspect",
        "fournisseur").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a value is yes, no or a state.</summary>
    public static bool Contain(ReadOnlySpan<char> text) => ConsentReader.TryRead(text, out _) || States.Contains(text);

    /// <summary>The same for the name of a person, of which a single letter may be an initial.</summary>
    public static bool ContainWord(ReadOnlySpan<char> text) => text.Length > 1 && Contain(text);
}
