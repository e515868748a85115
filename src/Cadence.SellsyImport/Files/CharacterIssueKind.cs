namespace Cadence.SellsyImport.Files;

/// <summary>What is remarkable about the characters of a line.</summary>
internal enum CharacterIssueKind
{
    ControlCharacter,
    Undecodable,
    EncodingChanges,
    Doubtful,
    DecodedControl,
    ReplacementCharacter,
}
