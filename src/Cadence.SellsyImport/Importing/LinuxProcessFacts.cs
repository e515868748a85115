using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Importing;

/// <summary>The facts that Linux offers in <c>/proc</c>. On other systems, and where another namespace's <c>/proc</c> is mounted, nothing is known.</summary>
internal sealed class LinuxProcessFacts : IProcessFacts
{
    public LinuxProcessFacts()
    {
        if (LinkOf("/proc/self") == ProcessId.ToString(CultureInfo.InvariantCulture))
        {
            Boot = TextOf("/proc/sys/kernel/random/boot_id")?.Trim();
            PidNamespace = LinkOf("/proc/self/ns/pid");
            Start = Find(ProcessId)?.Start;
        }
    }

    public string Machine => Environment.MachineName;

    public string? Boot { get; }

    public string? PidNamespace { get; }

    public int ProcessId => Environment.ProcessId;

    public long? Start { get; }

    public bool HasEnded(int processId, long start) =>
        Find(processId) is { } process ? process.Start != start || process.HasEnded : !IsThere(processId);

    private static LinuxProcess? Find(int processId) =>
        TextOf(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat")) is { } stat ? LinuxProcess.Parse(stat) : null;

    /// <summary>Asks the kernel itself: the folder of another user's process may be hidden.</summary>
    private static bool IsThere(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
