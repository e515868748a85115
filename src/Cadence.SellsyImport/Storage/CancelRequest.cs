namespace Cadence.SellsyImport.Storage;

/// <summary>That somebody asked for an import, or for the undo of one, to be stopped. Immutable.</summary>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="RequestedBy">The user that asked, as given by the host; null if the host gives none.</param>
public sealed record CancelRequest(DateTimeOffset RequestedAt, string? RequestedBy = null);
