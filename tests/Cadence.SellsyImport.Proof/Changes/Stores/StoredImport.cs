namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>An import as the store has it. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="FileHash">The hash of its file.</param>
/// <param name="State">The word for its state, in small letters.</param>
/// <param name="Batches">How many batches are written.</param>
/// <param name="Counts">The books.</param>
/// <param name="PlanDigest">Differs where the plan differs.</param>
internal sealed record StoredImport(string Id, string FileHash, string State, int Batches, ImportCounts Counts, string PlanDigest)
{
    public bool CanBeResumed => State is "running" or "interrupted";

    public bool CanBeUndone => State != "undone";
}
