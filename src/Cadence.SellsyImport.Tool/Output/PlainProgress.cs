namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Writes a line for each tenth of a large file, or for each large number of rows if no file is read.</summary>
internal sealed class PlainProgress(TextWriter writer) : IProgress<ImportProgress>
{
    private const int RowsPerLine = 20_000;

    /// <summary>A smaller file is done before anybody asks how far it is.</summary>
    private const int SmallestFile = 4_000_000;

    private readonly Lock _lock = new();
    private (ImportStage? Stage, long Steps) _last;
    private Pace _pace = new();

    /// <summary>The name of a stage for people.</summary>
    public static string Label(ImportStage stage) => stage switch
    {
        ImportStage.Scanning => Say("Lecture", "Reading"),
        ImportStage.Previewing => Say("Aperçu", "Preview"),
        ImportStage.Adding => Say("Ajout", "Adding"),
        ImportStage.Undoing => Say("Annulation", "Undoing"),
        _ => Say("Rapport", "Report"),
    };

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            // Undo reads no file, so the remaining work is unknown.
            var isOfFile = value.BytesTotal > 0;
            var steps = isOfFile ? 10 * value.BytesRead / value.BytesTotal : value.RowsRead / RowsPerLine;
            _pace = value.Stage == _last.Stage ? _pace : new();
            if ((isOfFile && value.BytesTotal < SmallestFile) || (value.Stage == _last.Stage && steps <= _last.Steps) || (!isOfFile && steps == 0))
            {
                return;
            }

            _last = (value.Stage, steps);
            var share = isOfFile ? $"{10 * steps} %, " : "";
            var added = value.Stage == ImportStage.Adding ? $", {Cell.Amount(value.RowsAdded)} {Say("ajoutées", "added")}" : "";
            writer.WriteLine($"{Label(value.Stage)}{Say(" :", ":")} {share}{_pace.Text(value)}{added}");
        }
    }
}
