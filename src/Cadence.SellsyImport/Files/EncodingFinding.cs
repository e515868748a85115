namespace Cadence.SellsyImport.Files;

/// <summary>The encoding of a file with its evidence.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="MarkLength">The bytes of the byte order mark; 0 if there is none.</param>
/// <param name="LinesFor">The lines of the sample that show it.</param>
/// <param name="LinesAgainst">The lines of the sample that show another one.</param>
internal sealed record EncodingFinding(TextEncoding Encoding, int MarkLength, int LinesFor, int LinesAgainst)
{
    /// <summary>What speaks against the encoding; null if it is sure enough.</summary>
    public CodePageDoubt? Doubt { get; init; }

    /// <summary>Whether a person chose the encoding, so that no line is read in another one.</summary>
    public bool IsChosen { get; init; }
}
