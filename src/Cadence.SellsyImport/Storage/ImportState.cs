namespace Cadence.SellsyImport;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>It writes, or it was killed while it wrote; its lease distinguishes the two.</summary>
    Running,

    /// <summary>It stopped before its last row: cancelled, or ended by a fault. It can be resumed.</summary>
    Interrupted,

    /// <summary>Every row has its outcome.</summary>
    Finished,

    /// <summary>It is being undone, or the undoing was interrupted and can be called again.</summary>
    Undoing,

    /// <summary>Its changes are undone.</summary>
    Undone,

    /// <summary>A person stopped it before its last row. It is not resumed, and can be undone.</summary>
    Ended,
}
