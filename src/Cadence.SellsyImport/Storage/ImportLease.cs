namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The right to write for an import, for a limited time. Its holder renews it with every batch; when it has expired, another process may
/// take the import over. Immutable.
/// </summary>
/// <param name="Token">Distinguishes this holder from every other; new for every run.</param>
/// <param name="Holder">The holder in readable form: the machine and the process.</param>
/// <param name="TakenAt">When it was taken or renewed, by the clock of the ledger that stored it.</param>
/// <param name="ExpiresAt">When it ends unless it is renewed.</param>
public sealed record ImportLease(string Token, string Holder, DateTimeOffset TakenAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether the lease gives way to a request: it has expired, has the same token, or its holder is known to have ended.</summary>
    /// <param name="request">The request.</param>
    /// <param name="takeOverFrom">The token of a lease held by a process that is known to have ended, if any.</param>
    /// <param name="now">The time, read while the ledger's lock is held.</param>
    /// <returns>Whether the request gets the right to write.</returns>
    public bool GivesWayTo(LeaseRequest request, string? takeOverFrom, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExpiresAt <= now || Token == request.Token || Token == takeOverFrom;
    }
}
