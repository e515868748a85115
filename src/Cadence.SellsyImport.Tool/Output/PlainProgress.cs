namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Writes a line for each tenth of the file, or for each large number of rows if no file is read.</summary>
internal sealed class PlainProgress(TextWriter writer) : IProgress<ImportProgress>
{
    private const int RowsPerLine = 20_000;

    private readonly Lock _lock = new();
    private (ImportStage? Stage, long Steps) _last;

    /// <summary>The name of a stage for people.</summary>
    public static string Label(ImportStage stage) => stage switch
    {
        ImportStage.Surveying => Say("Lecture", "Reading"),
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
            if (value.Stage == _last.Stage && steps <= _last.Steps)
            {
                return;
            }

            _last = (value.Stage, steps);
            var added = value.Stage == ImportStage.Adding ? $", {Say("ajoutées :", "added:")} {value.RowsAdded}" : "";
            writer.WriteLine(isOfFile
                ? $"{Label(value.Stage)} : {10 * steps} %, {Say("lignes :", "rows:")} {value.RowsRead}{added}"
                : $"{Label(value.Stage)} : leads{Say(" :", ":")} {value.RowsRead}");
        }
    }
}
