using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>What a ledger remembers when an import starts. Immutable.</summary>
/// <param name="Import">The import.</param>
/// <param name="PlanHash">
/// The hash of file, mapping, owners, policies and ticked rows: <c>sha256:</c> and 64 hexadecimal digits. Two calls of the same hash mean
/// the same import.
/// </param>
/// <param name="Plan">The plan and the ticked rows, in bytes that mean nothing to the ledger.</param>
/// <param name="Lease">Asks for the right to write for this import.</param>
public sealed record ImportStart(ImportInfo Import, string PlanHash, ReadOnlyMemory<byte> Plan, LeaseRequest Lease)
{
    private readonly ValueBytes _plan = Plan;

    /// <summary>The plan and the ticked rows, in bytes that mean nothing to the ledger.</summary>
    public ReadOnlyMemory<byte> Plan
    {
        get => _plan;
        init => _plan = value;
    }

    /// <summary>The token of a lease held by a process that is known to have ended; its expiry is not waited for. Null by default.</summary>
    public string? TakeOverFrom { get; init; }
}
