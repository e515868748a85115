using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Writes a line each time another tenth of the file is done, and each time many rows are where no file is read.</summary>
internal sealed class PlainProgress(TextWriter writer, ConsoleTexts texts) : IProgress<ImportProgress>
{
    private const int RowsPerLine = 20_000;

    private readonly Lock _lock = new();
    private ImportStage _stage = (ImportStage)(-1);
    private int _steps;

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            // Undoing reads no file: what is left to do is not known.
            var isOfFile = value.BytesTotal > 0;
            var steps = isOfFile ? (int)(10 * value.BytesRead / value.BytesTotal) : (int)(value.RowsRead / RowsPerLine);
            if (value.Stage == _stage && steps <= _steps)
            {
                return;
            }

            (_stage, _steps) = (value.Stage, steps);
            writer.WriteLine(isOfFile ? texts.Progress(value, 10 * steps) : texts.Progress(value));
        }
    }
}
