using Spectre.Console;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows one progress bar per stage.</summary>
internal sealed class TerminalProgress(ProgressContext context) : IProgress<ImportProgress>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ImportStage, ProgressTask> _bars = [];

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            if (!_bars.TryGetValue(value.Stage, out var bar))
            {
                _bars.Add(value.Stage, bar = context.AddTask(Markup.Escape(PlainProgress.Label(value.Stage))));
            }

            bar.IsIndeterminate = value.BytesTotal == 0;
            bar.MaxValue = Math.Max(1, value.BytesTotal);
            bar.Value = value.BytesRead;
        }
    }
}
