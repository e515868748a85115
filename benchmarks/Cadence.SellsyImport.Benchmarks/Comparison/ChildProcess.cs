using System.ComponentModel;
using System.Diagnostics;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Runs programs and measures them as whole processes.</summary>
internal static class ChildProcess
{
    private const int MillisecondsBetweenLooks = 10;

    /// <summary>The start of a program of this solution, which stands beside this one.</summary>
    public static ProcessStartInfo Dotnet(string assembly, params IEnumerable<string> arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]);

    /// <summary>
    /// Runs a program to its end. Processor time and peak working set are those of the last poll, at most 10 ms before the end of the process.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program ended with another code than 0.</exception>
    public static async Task<(Sample Sample, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (processor, peak) = (TimeSpan.Zero, 0L);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(MillisecondsBetweenLooks));
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            (processor, peak) = Look(process, processor, peak);
            await Task.WhenAny(ended, timer.WaitForNextTickAsync().AsTask());
        }

        await ended;
        var wall = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        return process.ExitCode == 0
            ? (new(wall, processor.TotalMilliseconds, 0, peak), (await output).Trim())
            : throw new InvalidOperationException(
                $"{Path.GetFileName(start.FileName)} ended with the code {process.ExitCode}: {(await errors).Trim()} {(await output).Trim()}");
    }

    private static (TimeSpan Processor, long Peak) Look(Process process, TimeSpan processor, long peak)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // The process ended during the poll.
            return (processor, peak);
        }
    }
}
