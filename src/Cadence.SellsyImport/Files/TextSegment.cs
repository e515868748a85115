namespace Cadence.SellsyImport.Files;

/// <summary>A part of a block's text with one fixed relation between its bytes and the bytes of the file.</summary>
/// <param name="Position">The byte of the text at which the segment starts.</param>
/// <param name="SourceOffset">The byte of the file at which it starts.</param>
/// <param name="UnitSize">
/// 0 if the bytes are the same; otherwise the bytes of the file for one UTF-16 code unit (1 or 2) or for one character (4) of the text.
/// </param>
internal readonly record struct TextSegment(int Position, long SourceOffset, int UnitSize);
