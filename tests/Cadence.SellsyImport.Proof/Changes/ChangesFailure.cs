namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>A run that broke a promise. Immutable.</summary>
/// <param name="Seed">The seed of the command.</param>
/// <param name="Run">The number of the run.</param>
/// <param name="Kind">The promise.</param>
/// <param name="Message">What was found.</param>
/// <param name="Steps">What was done and changed, in order.</param>
internal sealed record ChangesFailure(int Seed, int Run, string Kind, string Message, IReadOnlyList<string> Steps);
