namespace Cadence.SellsyImport.Files;

/// <summary>The encoding of a file with its evidence.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="MarkLength">The bytes of the byte order mark; 0 if there is none.</param>
/// <param name="LinesFor">The lines of the sample that show it.</param>
/// <param name="LinesAgainst">The lines of the sample that show another one.</param>
internal readonly record struct EncodingFinding(TextEncoding Encoding, int MarkLength, int LinesFor, int LinesAgainst);
