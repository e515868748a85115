using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The column of a progress bar with the rows, the rate and the time left.</summary>
internal sealed class PaceColumn : ProgressColumn
{
    public const string Key = "pace";

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Spectre.Console.Text(task.State.Get<ValueTuple<string>>(Key).Item1 ?? "");
}
