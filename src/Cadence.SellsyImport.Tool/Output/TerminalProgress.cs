using Spectre.Console;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows one progress bar per stage.</summary>
internal sealed class TerminalProgress(ProgressContext context) : IProgress<ImportProgress>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ImportStage, (ProgressTask Bar, Pace Pace)> _stages = [];

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            if (!_stages.TryGetValue(value.Stage, out var stage))
            {
                _stages.Add(value.Stage, stage = (context.AddTask(Markup.Escape(PlainProgress.Label(value.Stage))), new()));
            }

            stage.Bar.IsIndeterminate = value.BytesTotal == 0;
            stage.Bar.MaxValue = Math.Max(1, value.BytesTotal);
            stage.Bar.Value = value.BytesRead;
            stage.Bar.State.Update<ValueTuple<string>>(PaceColumn.Key, _ => new(stage.Pace.Text(value)));
        }
    }
}
