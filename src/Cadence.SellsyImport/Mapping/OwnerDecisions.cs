using System.Collections.Immutable;

namespace Cadence.SellsyImport;

/// <summary>Which user a person decided on for an owner's name. Immutable; names are compared folded, as owners are.</summary>
public sealed class OwnerDecisions
{
    private readonly ImmutableSortedDictionary<string, (string Name, string UserId)> _byFoldedName;

    private OwnerDecisions(ImmutableSortedDictionary<string, (string Name, string UserId)> byFoldedName) => _byFoldedName = byFoldedName;

    /// <summary>No decision.</summary>
    public static OwnerDecisions None { get; } =
        new(ImmutableSortedDictionary.Create<string, (string, string)>(StringComparer.Ordinal));

    /// <summary>The decisions: the owner's name as it was given, and the id of the user.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _byFoldedName.Values.Select(entry => KeyValuePair.Create(entry.Name, entry.UserId));

    /// <summary>Decides that a name means a user; a decision on the same name is replaced.</summary>
    /// <param name="ownerName">The owner's name as it stands in the file.</param>
    /// <param name="userId">The id of the user in Cadence.</param>
    /// <returns>The decisions with this one.</returns>
    /// <exception cref="ArgumentException">The name or the id is blank.</exception>
    public OwnerDecisions With(string ownerName, string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ownerName);
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return new(_byFoldedName.SetItem(Text.TextFolding.PersonName(ownerName), (ownerName, userId)));
    }

    /// <summary>The user decided on for a name.</summary>
    /// <param name="ownerName">The owner's name; may be none.</param>
    /// <returns>The id of the user, or <see langword="null"/>.</returns>
    public string? Find(string? ownerName) =>
        ownerName is not null && _byFoldedName.TryGetValue(Text.TextFolding.PersonName(ownerName), out var entry) ? entry.UserId : null;
}
