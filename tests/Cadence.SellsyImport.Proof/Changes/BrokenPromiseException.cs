namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What the store holds cannot be explained by what was shown and what was changed.</summary>
/// <param name="kind">The promise that is broken, the same words for each case of a kind.</param>
/// <param name="found">What was found.</param>
internal sealed class BrokenPromiseException(string kind, string found) : Exception($"{kind}: {found}")
{
    public string Kind { get; } = kind;
}
