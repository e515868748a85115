namespace Cadence.SellsyImport;

/// <summary>What the owner resolver found.</summary>
public enum OwnerResolutionKind
{
    /// <summary>Exactly one user.</summary>
    Found,

    /// <summary>No user.</summary>
    Unknown,

    /// <summary>Several users bear the name; nothing is picked.</summary>
    Ambiguous,

    /// <summary>The id means one user and the name another.</summary>
    Conflict,

    /// <summary>A person chose a user that is no longer in Cadence.</summary>
    DecisionStale,

    /// <summary>Exactly one user, who is not active.</summary>
    Inactive,
}
