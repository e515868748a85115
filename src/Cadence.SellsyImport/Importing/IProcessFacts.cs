namespace Cadence.SellsyImport.Importing;

/// <summary>What identifies this process among all others, and what the system says about others. A part that is not reliable is null.</summary>
internal interface IProcessFacts
{
    /// <summary>The host name. Two containers may have the same.</summary>
    string Machine { get; }

    /// <summary>Identifies the kernel that runs, from its boot to its shutdown.</summary>
    string? Boot { get; }

    /// <summary>Identifies the namespace within which process ids are unique.</summary>
    string? PidNamespace { get; }

    int ProcessId { get; }

    /// <summary>When this process started, in ticks since the boot: setting the clock does not change it.</summary>
    long? Start { get; }

    /// <summary>Whether a process of this boot and namespace is known to have ended. False if that is not certain.</summary>
    bool HasEnded(int processId, long start);
}
