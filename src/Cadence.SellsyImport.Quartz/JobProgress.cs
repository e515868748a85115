using System.Globalization;
using Quartz;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Hands the progress of an import to Quartz, which stores it once a second at most, for every node to see.</summary>
internal sealed class JobProgress(IJobExecutionContext context) : IProgress<ImportProgress>
{
    private readonly long _started = context.Scheduler.TimeProvider.GetTimestamp();
    private ImportStage? _stage;
    private long _firstRow;
    private long _since;

    /// <summary>The rows in a second that a message names.</summary>
    public static int? RateOf(string? message) =>
        int.TryParse(message?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rate) ? rate : null;

    public void Report(ImportProgress value)
    {
        if (_stage != value.Stage)
        {
            (_stage, _firstRow, _since) = (value.Stage, value.RowsRead, _stage is null ? _started : context.Scheduler.TimeProvider.GetTimestamp());
        }

        var seconds = context.Scheduler.TimeProvider.GetElapsedTime(_since).TotalSeconds;
        var rate = seconds > 0 ? (long)((value.RowsRead - _firstRow) / seconds) : 0;
        var percent = value.BytesTotal == 0 ? 0 : (int)(100 * value.BytesRead / value.BytesTotal);
        context.ReportProgress(Math.Clamp(percent, 0, 100), string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(rate, 0, int.MaxValue)} rows/s, {value.Stage}"));
    }
}
