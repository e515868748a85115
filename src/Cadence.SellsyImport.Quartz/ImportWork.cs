namespace Cadence.SellsyImport.Quartz;

/// <summary>What a job does with its import.</summary>
public enum ImportWork
{
    /// <summary>It imports the file, from its start or from where the import stopped.</summary>
    Import,

    /// <summary>It ends the import before its last row.</summary>
    Cancel,

    /// <summary>It undoes the import.</summary>
    Undo,
}
