namespace Cadence.SellsyImport.Storage;

/// <summary>
/// Asks a ledger for the right to write for an import, or renews it. It names no time: the ledger reads its clock once it holds its lock, because
/// the wait for the lock may take longer than a lease. Immutable.
/// </summary>
/// <param name="Token">Distinguishes this holder from every other; new for every run.</param>
/// <param name="Holder">The requester in readable form, for <see cref="ImportLease.Holder"/>.</param>
/// <param name="Duration">How long the lease holds unless it is renewed; positive.</param>
public sealed record LeaseRequest(string Token, string Holder, TimeSpan Duration)
{
    /// <summary>The lease that this request gets at a time.</summary>
    /// <param name="now">The time, read while the ledger's lock is held.</param>
    /// <returns>The lease.</returns>
    public ImportLease TakenAt(DateTimeOffset now) => new(Token, Holder, now, now + Duration);
}
