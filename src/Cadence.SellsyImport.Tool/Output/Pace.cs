using System.Diagnostics;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>How fast a stage is, and how long it still takes.</summary>
internal sealed class Pace
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Rows, rows a second, and the time left if it is known; such as <c>12,000 rows · 48,000/s · 0:03 left</c>.</summary>
    public string Text(ImportProgress progress) => Text(progress, Stopwatch.GetElapsedTime(_start));

    public static string Text(ImportProgress progress, TimeSpan elapsed)
    {
        var rows = $"{Cell.Amount(progress.RowsRead)} {Say("lignes", "rows")}";
        if (elapsed < TimeSpan.FromMilliseconds(200) || progress.RowsRead == 0)
        {
            return rows;
        }

        var rate = $"{Cell.Amount((long)(progress.RowsRead / elapsed.TotalSeconds))}/s";
        if (progress.BytesRead == 0 || progress.BytesTotal == 0)
        {
            return $"{rows} · {rate}";
        }

        var left = elapsed * ((double)(progress.BytesTotal - progress.BytesRead) / progress.BytesRead);
        var clock = $"{(int)left.TotalMinutes}:{left.Seconds:00}";
        return $"{rows} · {rate} · {Say($"reste {clock}", $"{clock} left")}";
    }
}
