namespace Cadence.SellsyImport.Testing;

/// <summary>What an importer with default options is expected to say of a generated row, all columns mapped.</summary>
public enum SellsyExportRowKind
{
    /// <summary>No error. Warnings may occur.</summary>
    Importable,

    /// <summary>An error: a quote is missing or not doubled, or the row is short.</summary>
    Damaged,

    /// <summary>An error: the owner is no user of Cadence.</summary>
    OwnerUnknown,

    /// <summary>An error: an earlier row names the same contact.</summary>
    ContactRepeated,
}
