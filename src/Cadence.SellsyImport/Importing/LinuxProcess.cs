using System.Globalization;

namespace Cadence.SellsyImport.Importing;

/// <summary>A process as <c>/proc/PID/stat</c> describes it (proc_pid_stat(5)).</summary>
/// <param name="Start">When it started, in ticks since the boot.</param>
/// <param name="HasEnded">Whether it has ended, and only waits for its parent to ask for its result.</param>
internal readonly record struct LinuxProcess(long Start, bool HasEnded)
{
    // The fields are counted from the state on, which follows the name in parentheses.
    private const int State = 0;
    private const int Threads = 17;
    private const int StartTime = 19;

    /// <summary>Null if the text is not of this form.</summary>
    public static LinuxProcess? Parse(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > StartTime
            && long.TryParse(fields[StartTime], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(fields[Threads], NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            ? new(start, fields[State] is "Z" or "X" && threads <= 1)
            : null;
    }
}
