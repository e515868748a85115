using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Writes a line each time another tenth of the file is done.</summary>
internal sealed class PlainProgress(TextWriter writer, ConsoleTexts texts) : IProgress<ImportProgress>
{
    private readonly Lock _lock = new();
    private ImportStage _stage = (ImportStage)(-1);
    private int _tenths;

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            var tenths = value.BytesTotal > 0 ? (int)(10 * value.BytesRead / value.BytesTotal) : 10;
            if (value.Stage == _stage && tenths <= _tenths)
            {
                return;
            }

            (_stage, _tenths) = (value.Stage, tenths);
            writer.WriteLine(texts.Progress(value, 10 * tenths));
        }
    }
}
