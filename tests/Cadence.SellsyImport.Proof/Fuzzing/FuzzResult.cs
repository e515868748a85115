namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>What became of one input.</summary>
/// <param name="Finding">The broken promise, or none.</param>
/// <param name="RefusedWith">The code with which the file was refused, or none.</param>
/// <param name="Rows">The rows that were read.</param>
/// <param name="Errors">The rows in error.</param>
internal readonly record struct FuzzResult(FuzzFinding? Finding, string? RefusedWith = null, long Rows = 0, long Errors = 0);
