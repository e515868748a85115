namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Under which conditions a run was made.</summary>
internal enum Temperature
{
    /// <summary>The first run in a new process; the start of the runtime is not counted.</summary>
    Cold,

    /// <summary>A run in a process whose methods are compiled.</summary>
    Warm,

    /// <summary>A whole process from its start to its end.</summary>
    Process,
}
