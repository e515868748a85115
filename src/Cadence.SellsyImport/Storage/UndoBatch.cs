using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>What is to be done to undo a batch. Immutable.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Number">The number of the batch.</param>
/// <param name="Lease">Renews the lease: its token must be the one the ledger has.</param>
/// <param name="Leads">What is to be done with each lead.</param>
public sealed record UndoBatch(string ImportId, int Number, LeaseRequest Lease, ImmutableArray<UndoEntry> Leads)
{
    private readonly ValueList<UndoEntry> _leads = Leads;

    /// <summary>What is to be done with each lead.</summary>
    public ImmutableArray<UndoEntry> Leads
    {
        get => _leads;
        init => _leads = value;
    }
}
