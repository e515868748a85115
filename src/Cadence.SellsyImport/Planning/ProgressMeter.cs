namespace Cadence.SellsyImport.Planning;

/// <summary>Tells a progress how far a stage has come, every few thousand rows.</summary>
internal sealed class ProgressMeter(IProgress<ImportProgress>? progress, ImportStage stage, long bytesTotal)
{
    private const int RowsPerReport = 4_096;

    private long _rows;
    private long _added;
    private long _failed;
    private long _bytes;

    public void Read(long byteOffset)
    {
        _rows++;
        _bytes = byteOffset;
        if (_rows % RowsPerReport == 0)
        {
            Report();
        }
    }

    public void Fail() => _failed++;

    /// <summary>Tells how far the writing has come.</summary>
    public void Written(ImportCounts counts, long bytes)
    {
        (_rows, _added, _failed, _bytes) = (counts.Read, counts.Added + counts.Updated, counts.Errors, bytes);
        Report();
    }

    public void Finish()
    {
        _bytes = bytesTotal;
        Report();
    }

    private void Report() => progress?.Report(new(stage, _rows, _added, _failed, _bytes, bytesTotal));
}
