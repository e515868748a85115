using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Recovery;

/// <summary>
/// Who holds a lease, as text: the machine, the process and when it started, such as <c>web-1, process 4711, started
/// 2026-04-03T10:30:00.0000000Z</c>. It tells whether a holder on this machine is gone, so that nobody waits for a process that was killed. Were
/// it wrong, nothing would be written twice: the ledger lets only the token write that took the lease last.
/// </summary>
internal static class LeaseHolder
{
    // Two processes compute the start of a third from the machine's start, and may differ by a tick of the clock.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    public static string Self { get; } = Describe();

    /// <summary>Whether the holder of a lease is known to be gone; one on another machine never is.</summary>
    public static bool IsGone(ImportLease lease)
    {
        var parts = lease.Holder.Split(", ");
        if (parts.Length != 3
            || parts[0] != Environment.MachineName
            || !parts[1].StartsWith("process ", StringComparison.Ordinal)
            || !int.TryParse(parts[1]["process ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !parts[2].StartsWith("started ", StringComparison.Ordinal)
            || !DateTimeOffset.TryParseExact(parts[2]["started ".Length..], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return false;
        }

        return id == Environment.ProcessId && lease.Holder == Self ? !RunningLease.IsRunning(lease.Token) : !IsAlive(id, start);
    }

    private static bool IsAlive(int id, DateTimeOffset start)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return (process.StartTime.ToUniversalTime() - start.UtcDateTime).Duration() < StartTolerance && !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // It is there, and may not be looked at.
            return true;
        }
    }

    private static string Describe()
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}, process {process.Id}, started {process.StartTime.ToUniversalTime():O}");
    }
}
