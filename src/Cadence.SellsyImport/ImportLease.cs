namespace Cadence.SellsyImport;

/// <summary>
/// The right to write for an import, for a while. Who holds it renews it with every batch; when it has expired, another process may take
/// the import over. Immutable.
/// </summary>
/// <param name="Token">Tells this holder from every other; new for every run.</param>
/// <param name="Holder">Who holds it, for people: the machine and the process.</param>
/// <param name="TakenAt">When it was taken or renewed, by the clock of the holder.</param>
/// <param name="ExpiresAt">When it ends unless it is renewed.</param>
public sealed record ImportLease(string Token, string Holder, DateTimeOffset TakenAt, DateTimeOffset ExpiresAt);
