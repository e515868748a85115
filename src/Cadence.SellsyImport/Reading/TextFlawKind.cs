namespace Cadence.SellsyImport.Reading;

/// <summary>What is remarkable about the characters of a line.</summary>
internal enum TextFlawKind
{
    ControlCharacter,
    Undecodable,
    EncodingChanges,
    ReplacementCharacter,
}
