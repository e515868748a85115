namespace Cadence.SellsyImport.Storage;

/// <summary>How far a batch of a separate ledger has come.</summary>
public enum BatchStage
{
    /// <summary>It is handed to the sink, and its outcomes are not stored: after a crash it is in doubt.</summary>
    Begun,

    /// <summary>Its outcomes are stored.</summary>
    Written,

    /// <summary>It is being undone: after a crash it is in doubt how far.</summary>
    Undoing,

    /// <summary>It is undone.</summary>
    Undone,
}
