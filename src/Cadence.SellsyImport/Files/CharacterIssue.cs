namespace Cadence.SellsyImport.Files;

/// <summary>Something remarkable about the characters, at a byte of the text of a block.</summary>
/// <param name="Position">The byte of the block's UTF-8 text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SourceOffset">The byte of the file.</param>
/// <param name="Detail">The code point, or the name of the encoding.</param>
internal readonly record struct CharacterIssue(int Position, CharacterIssueKind Kind, long SourceOffset, string Detail)
{
    /// <summary>The code pages in which the line may be; null if nothing shows one.</summary>
    public string? CodePages { get; init; }
}
