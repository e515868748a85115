using System.Collections.Immutable;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>A user of Cadence, who can be the owner of leads. Immutable.</summary>
/// <param name="Id">The id in Cadence.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
public sealed record CadenceUser(string Id, string FirstName, string LastName)
{
    private readonly ValueList<SellsyUserId> _sellsyIds;

    /// <summary>The e-mail address; distinguishes two users with the same name.</summary>
    public string? Email { get; init; }

    /// <summary>The id of the same person in Sellsy, where it is known; for a host with one account.</summary>
    public string? SellsyId { get; init; }

    /// <summary>The ids of the same person in several Sellsy accounts. They are used for imports under an account, and <see cref="SellsyId"/> for all others.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<SellsyUserId> SellsyIds
    {
        get => _sellsyIds;
        init => _sellsyIds = value;
    }

    /// <summary>
    /// Whether the user can own leads. The default owner resolver gives no lead to a user who is not active, and reports the user as such.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool IsActive { get; init; } = true;

    /// <summary>The full name: first name and last name.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>The ids of the person in an account: there may be none, and nothing forbids several.</summary>
    internal IEnumerable<string> SellsyIdsIn(string account) => account.Length > 0
        ? SellsyIds.Where(id => id.Account == account && !string.IsNullOrWhiteSpace(id.Id)).Select(id => id.Id)
        : string.IsNullOrWhiteSpace(SellsyId) ? [] : [SellsyId];

    /// <summary>Identifies the user without the name.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => $"user {Id}";
}
