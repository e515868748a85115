using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>The answer of the owner resolver for one owner.</summary>
/// <param name="Owner">The owner that was asked for.</param>
/// <param name="Kind">What was found.</param>
/// <param name="User">The user; only where <paramref name="Kind"/> is <see cref="OwnerResolutionKind.Found"/>.</param>
/// <param name="Candidates">
/// The users with the name if it is ambiguous; the users with the most similar names, as a hint, if it is unknown; the user if it is inactive.
/// </param>
public sealed record OwnerResolution(
    OwnerReference Owner,
    OwnerResolutionKind Kind,
    CadenceUser? User,
    ImmutableArray<CadenceUser> Candidates)
{
    private readonly ValueList<CadenceUser> _candidates = Candidates;

    /// <summary>
    /// The users with the name if it is ambiguous; the users with the most similar names, as a hint, if it is unknown; the user if it is inactive.
    /// </summary>
    public ImmutableArray<CadenceUser> Candidates
    {
        get => _candidates;
        init => _candidates = value;
    }

    /// <summary>
    /// Whether the user stands for a blank or unknown owner: <see cref="OwnerDecisions.ForBlank"/>, <see cref="OwnerDecisions.ForUnknown"/>. Set
    /// by the library; a resolver leaves it out.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsDefault { get; init; }

    /// <summary>The owner is this user.</summary>
    /// <param name="owner">The owner that was asked for.</param>
    /// <param name="user">The user.</param>
    /// <returns>The resolution.</returns>
    public static OwnerResolution Found(OwnerReference owner, CadenceUser user) => new(owner, OwnerResolutionKind.Found, user, []);

    /// <summary>Describes the resolution without any personal data.</summary>
    /// <returns>The kind.</returns>
    public override string ToString() => Kind.ToString();
}
