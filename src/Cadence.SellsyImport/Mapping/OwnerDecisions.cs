using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport;

/// <summary>
/// Which user a person decided on for an owner as the file writes it, for blank cells, and for unknown owners. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A decision holds for the text that it was made on and for no other: letters, case, accents and a suffix in parentheses count, because they
/// may be what distinguishes two people. Only the blanks around the text and their kind do not count. Where several users have the name, and a row
/// also gives the Sellsy id of one of them, that row needs no decision and the id decides.
/// </remarks>
public sealed class OwnerDecisions
{
    private readonly ImmutableSortedDictionary<string, (string Text, string UserId)> _byText;

    private OwnerDecisions(ImmutableSortedDictionary<string, (string Text, string UserId)> byText) => _byText = byText;

    /// <summary>No decision.</summary>
    public static OwnerDecisions None { get; } =
        new(ImmutableSortedDictionary.Create<string, (string, string)>(StringComparer.Ordinal));

    /// <summary>The decisions: the text of the owner as it was given, and the id of the user.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _byText.Values.Select(entry => KeyValuePair.Create(entry.Text, entry.UserId));

    /// <summary>The id of the user who owns the leads of rows that name no owner.</summary>
    /// <value>Default: <see langword="null"/>: such a row is an error.</value>
    public string? BlankUserId { get; private init; }

    /// <summary>The id of the user who owns the leads of rows whose owner is no user of Cadence.</summary>
    /// <value>Default: <see langword="null"/>: such a row is an error.</value>
    public string? UnknownUserId { get; private init; }

    /// <summary>Decides that a text means a user; a decision on the same text is replaced.</summary>
    /// <param name="ownerName">The owner as the file writes it: a name, an e-mail address or, in a file that has only those, a Sellsy id.</param>
    /// <param name="userId">The id of the user in Cadence.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">The text or the id is blank.</exception>
    public OwnerDecisions With(string ownerName, string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ownerName);
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return Copy(_byText.SetItem(HeadingText.Trim(ownerName), (ownerName, userId)), BlankUserId, UnknownUserId);
    }

    /// <summary>
    /// Gives the rows that name no owner to a user. Each is counted with <see cref="IssueCodes.BlankOwnerDefaulted"/>.
    /// </summary>
    /// <param name="userId">The id of the user in Cadence.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public OwnerDecisions ForBlank(string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return Copy(_byText, userId, UnknownUserId);
    }

    /// <summary>
    /// Gives the rows whose owner is no user of Cadence to a user. Each is counted with <see cref="IssueCodes.UnknownOwnerDefaulted"/>. An
    /// ambiguous, contradictory or inactive owner is not unknown, and stays an error.
    /// </summary>
    /// <param name="userId">The id of the user in Cadence.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public OwnerDecisions ForUnknown(string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return Copy(_byText, BlankUserId, userId);
    }

    /// <summary>The user decided on for a text.</summary>
    /// <param name="ownerName">The owner as the file writes it; may be none.</param>
    /// <returns>The id of the user, or <see langword="null"/>.</returns>
    public string? Find(string? ownerName) =>
        ownerName is not null && _byText.TryGetValue(HeadingText.Trim(ownerName), out var entry) ? entry.UserId : null;

    /// <summary>The decisions of a saved profile or plan.</summary>
    /// <exception cref="ArgumentException">A text or an id is blank.</exception>
    internal static OwnerDecisions Of(IEnumerable<KeyValuePair<string, string>> byText, string? blankUserId, string? unknownUserId)
    {
        var decisions = byText.Aggregate(None, (decisions, decision) => decisions.With(decision.Key, decision.Value));
        decisions = blankUserId is null ? decisions : decisions.ForBlank(blankUserId);
        return unknownUserId is null ? decisions : decisions.ForUnknown(unknownUserId);
    }

    /// <summary>The user decided on for an owner, also for none; the default for unknown owners is not meant.</summary>
    internal string? Find(OwnerReference owner) => owner.IsNone ? BlankUserId : Find(owner.Name ?? owner.SellsyId);

    private static OwnerDecisions Copy(
        ImmutableSortedDictionary<string, (string Text, string UserId)> byText, string? blankUserId, string? unknownUserId) =>
        new(byText) { BlankUserId = blankUserId, UnknownUserId = unknownUserId };
}
