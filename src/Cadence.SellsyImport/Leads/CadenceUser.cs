namespace Cadence.SellsyImport;

/// <summary>A user of Cadence, who can be the owner of leads. Immutable.</summary>
/// <param name="Id">The id in Cadence.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
public sealed record CadenceUser(string Id, string FirstName, string LastName)
{
    /// <summary>The e-mail address; distinguishes two users with the same name.</summary>
    public string? Email { get; init; }

    /// <summary>The id of the same person in Sellsy, where it is known.</summary>
    public string? SellsyId { get; init; }

    /// <summary>
    /// Whether the user can own leads. The default owner resolver gives no lead to a user who is not active, and reports the user as such.
    /// </summary>
    /// <remarks>
    /// The user tables of the SQLite and PostgreSQL stores do not keep it: provide such users with an <see cref="ICadenceUserProvider"/> of your own.
    /// </remarks>
    /// <value>Default: <see langword="true"/>.</value>
    public bool IsActive { get; init; } = true;

    /// <summary>The full name: first name and last name.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>Identifies the user without the name.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => $"user {Id}";
}
