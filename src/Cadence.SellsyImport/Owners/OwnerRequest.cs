namespace Cadence.SellsyImport.Owners;

/// <summary>A question to the owner resolver.</summary>
/// <param name="Owner">The owner as the file names it; none if the question is about the user for blank cells.</param>
/// <param name="DecidedUserId">The user that a person chose for this owner, or null if nobody chose one.</param>
public sealed record OwnerRequest(OwnerReference Owner, string? DecidedUserId = null)
{
    /// <summary>The Sellsy account that <see cref="OwnerReference.SellsyId"/> is of: ids are unique per account only.</summary>
    /// <value>Default: empty, for a host with one account.</value>
    public string SellsyAccount { get; init; } = "";
}
