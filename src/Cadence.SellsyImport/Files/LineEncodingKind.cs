namespace Cadence.SellsyImport.Files;

/// <summary>What the bytes of one line are.</summary>
internal enum LineEncodingKind
{
    Ascii,
    Utf8,
    SingleByte,
    Undecodable,
}
