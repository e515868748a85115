namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>A run and what was found in it. Immutable.</summary>
/// <param name="Seed">The seed of the command.</param>
/// <param name="Run">The number of the run.</param>
/// <param name="Steps">What was done and changed, in order.</param>
internal sealed record ChangesResult(int Seed, int Run, IReadOnlyList<string> Steps)
{
    /// <summary>The promise that was broken; none where all were kept.</summary>
    public string? Kind { get; init; }

    /// <summary>What was found.</summary>
    public string Message { get; init; } = "";
}
