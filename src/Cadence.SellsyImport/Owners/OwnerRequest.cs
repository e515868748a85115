namespace Cadence.SellsyImport.Owners;

/// <summary>A question to the owner resolver.</summary>
/// <param name="Owner">The owner as the file names it.</param>
/// <param name="DecidedUserId">The user that a person decided for this owner; none where nobody did.</param>
public sealed record OwnerRequest(OwnerReference Owner, string? DecidedUserId = null);
