using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>An import of the ledger. Immutable.</summary>
/// <param name="Import">The import as the ledger reports it.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record MemoryImport(LedgerImport Import, ReadOnlyMemory<byte> Plan)
{
    public ImmutableList<MemoryBatch> Batches { get; init; } = [];

    /// <summary>The batches of a separate ledger, by their numbers.</summary>
    public ImmutableSortedDictionary<int, BatchRecord> Records { get; init; } = ImmutableSortedDictionary<int, BatchRecord>.Empty;

    /// <summary>The outcome for its companies; null while it is not undone.</summary>
    public UndoneCompanies? UndoneCompanies { get; init; }

    /// <summary>Whether it was dropped from the history. What it changed stays known to the undo of others.</summary>
    public bool IsPurged { get; init; }

    /// <summary>The token of the last lease, also after it was given back.</summary>
    public string? LastToken { get; init; }

    public string Id => Import.Import.ImportId;

    public string Account => Import.Import.SellsyAccount;

    /// <summary>Whether a call may take the lease.</summary>
    public bool CanBeTakenBy(LeaseRequest lease, string? takeOverFrom, DateTimeOffset now) =>
        Import.Lease?.GivesWayTo(lease, takeOverFrom, now) ?? true;

    public void ThrowIfCancelled()
    {
        if (Import.CancelRequest is not null)
        {
            throw new SellsyImportException(ErrorCodes.ImportCancelRequested, Id);
        }
    }

    /// <summary>Refuses a call that does not hold the lease, or holds it for something else.</summary>
    public void ThrowIfTakenOver(string leaseToken, ImportState? state = null)
    {
        if (Import.Lease?.Token != leaseToken || (state is not null && state != Import.State))
        {
            throw new SellsyImportException(ErrorCodes.ImportTakenOver, Id);
        }
    }
}
