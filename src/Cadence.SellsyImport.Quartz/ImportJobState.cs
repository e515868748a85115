namespace Cadence.SellsyImport.Quartz;

/// <summary>How far a job has come.</summary>
public enum ImportJobState
{
    /// <summary>It waits for its turn, or runs on a node.</summary>
    Waiting,

    /// <summary>Its work is done.</summary>
    Done,

    /// <summary>It was tried too often; the reason is kept. The import itself is as the history of imports shows it.</summary>
    Failed,
}
