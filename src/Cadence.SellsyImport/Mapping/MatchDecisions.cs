using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// What a person decided about contacts that the host's <see cref="Preview.ILeadMatcher"/> matched to existing leads. A match without a decision
/// is an error of its row. Immutable and thread-safe; a change returns another instance.
/// </summary>
/// <remarks>
/// <see cref="WithSame"/> holds for the lead that it names and for no other: if the matcher later finds another lead, the person is asked again.
/// </remarks>
public sealed class MatchDecisions : IEquatable<MatchDecisions>
{
    /// <summary>Stands for a new lead in the place of the id of an existing one.</summary>
    internal const string NewLead = "";

    private readonly ImmutableSortedDictionary<string, string> _leadByContact;

    private MatchDecisions(ImmutableSortedDictionary<string, string> leadByContact, MatchDecision? others) => (_leadByContact, Others) = (leadByContact, others);

    /// <summary>No decision.</summary>
    public static MatchDecisions None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), null);

    /// <summary>
    /// The decisions on single contacts: the contact id in the file, and the contact id of the existing lead, or an empty text for a new lead.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> All => _leadByContact;

    /// <summary>The decision on every match that has none of its own.</summary>
    /// <value>Default: <see langword="null"/>: such a row is an error.</value>
    public MatchDecision? Others { get; }

    /// <summary>Whether nothing is decided.</summary>
    public bool IsEmpty => _leadByContact.IsEmpty && Others is null;

    /// <summary>Decides that a contact of the file is an existing lead; a decision on the same contact is replaced.</summary>
    /// <param name="sellsyContactId">The contact id in the file.</param>
    /// <param name="existingContactId">The contact id of the existing lead, as <see cref="IssueCodes.MatchUndecided"/> names it.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">An id is blank.</exception>
    public MatchDecisions WithSame(string sellsyContactId, string existingContactId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(existingContactId);
        return With(sellsyContactId, existingContactId);
    }

    /// <summary>Decides that a contact of the file is a new lead, whichever lead it is matched to; a decision on the same contact is replaced.</summary>
    /// <param name="sellsyContactId">The contact id in the file.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public MatchDecisions WithNew(string sellsyContactId) => With(sellsyContactId, NewLead);

    /// <summary>Decides on every match that has no decision of its own. Each such row is warned and counted.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decision is none of <see cref="MatchDecision"/>.</exception>
    public MatchDecisions ForOthers(MatchDecision decision) => Enum.IsDefined(decision)
        ? new(_leadByContact, decision)
        : throw new ArgumentOutOfRangeException(nameof(decision), decision, message: null);

    /// <summary>Takes the decision on a contact back.</summary>
    /// <param name="sellsyContactId">The contact id in the file.</param>
    /// <returns>The decisions without it.</returns>
    public MatchDecisions Without(string sellsyContactId) => new(_leadByContact.Remove(sellsyContactId), Others);

    /// <summary>The decision on a match.</summary>
    /// <param name="sellsyContactId">The contact id in the file.</param>
    /// <param name="existingContactId">The contact id of the lead that it is matched to.</param>
    /// <returns>The decision, or <see langword="null"/> if there is none.</returns>
    public MatchDecision? Find(string sellsyContactId, string existingContactId)
    {
        ArgumentNullException.ThrowIfNull(sellsyContactId);
        var lead = _leadByContact.GetValueOrDefault(sellsyContactId);
        return lead == NewLead ? MatchDecision.New
            : lead is not null && lead == existingContactId ? MatchDecision.Same
            : Others;
    }

    /// <summary>Whether both decide the same.</summary>
    /// <param name="other">The other decisions.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public bool Equals(MatchDecisions? other) => other is not null && other.Others == Others && other._leadByContact.SequenceEqual(_leadByContact);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MatchDecisions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_leadByContact.Count, Others);

    /// <summary>How much is decided, without any id.</summary>
    /// <returns>Such as <c>3 contacts, others Same</c>.</returns>
    public override string ToString() => $"{_leadByContact.Count} contacts, others {Others?.ToString() ?? "undecided"}";

    /// <summary>The decisions of a saved profile or plan.</summary>
    /// <exception cref="ArgumentException">An id is blank, or a decision is none of <see cref="MatchDecision"/>.</exception>
    internal static MatchDecisions Of(IEnumerable<KeyValuePair<string, string>> leadByContact, MatchDecision? others)
    {
        var decisions = leadByContact.Aggregate(None, (all, one) => one.Value == NewLead ? all.WithNew(one.Key) : all.WithSame(one.Key, one.Value));
        return others is { } decision ? decisions.ForOthers(decision) : decisions;
    }

    /// <summary>Adds the decisions to the hash of an import; no decision adds nothing.</summary>
    internal void AppendTo(TextHash hash)
    {
        if (IsEmpty)
        {
            return;
        }

        hash.Append(nameof(MatchDecisions)).Append(Others?.ToString());
        foreach (var (contact, lead) in _leadByContact)
        {
            hash.Append(contact).Append(lead);
        }
    }

    private MatchDecisions With(string sellsyContactId, string lead)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellsyContactId);
        return new(_leadByContact.SetItem(sellsyContactId, lead), Others);
    }
}
