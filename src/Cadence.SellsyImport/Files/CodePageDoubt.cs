namespace Cadence.SellsyImport.Files;

/// <summary>What the start of a file shows against the code page in which it is read.</summary>
/// <param name="CodePages">The code pages that it may be in, for a person to choose from.</param>
/// <param name="IsError">Whether lines with accents are errors; otherwise they are read, and their rows are warned.</param>
internal sealed record CodePageDoubt(string CodePages, bool IsError);
