namespace Cadence.SellsyImport;

/// <summary>What became of a lead when its import was undone.</summary>
public enum UndoOutcome
{
    /// <summary>The import had created it, and it is removed.</summary>
    Removed,

    /// <summary>The import had changed it, and it has its old values again, but for the fields that were changed since.</summary>
    Restored,

    /// <summary>Somebody changed it since, or a later import did: it stays as it is.</summary>
    Kept,

    /// <summary>It no longer existed.</summary>
    Vanished,

    /// <summary>The ledger was asked to forget the person, so it does not know what to undo: the lead stays as it is.</summary>
    Forgotten,
}
