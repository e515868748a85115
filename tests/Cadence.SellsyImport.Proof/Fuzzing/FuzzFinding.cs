namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>A promise that an input broke.</summary>
/// <param name="Promise">Which one, in words that are the same for all inputs that break it.</param>
/// <param name="Detail">What was found.</param>
internal sealed record FuzzFinding(string Promise, string Detail);
