namespace Cadence.SellsyImport.Files;

/// <summary>Reports the progress of a stage, every few thousand rows.</summary>
internal sealed class ProgressMeter(IProgress<ImportProgress>? progress, ImportStage stage, long bytesTotal)
{
    public const int RowsPerReport = 4_096;

    private readonly Lock _advancing = new();
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

    /// <summary>Reports the progress of reading in several places at once; may be called by several threads.</summary>
    /// <param name="rows">The rows that were read since the last call of the same thread.</param>
    /// <param name="bytes">Their bytes.</param>
    public void Advance(long rows, long bytes)
    {
        lock (_advancing)
        {
            _rows += rows;
            _bytes = Math.Min(_bytes + bytes, bytesTotal);
            Report();
        }
    }

    public void Fail() => _failed++;

    /// <summary>Reports the progress of writing.</summary>
    /// <param name="rows">The rows that have an outcome.</param>
    /// <param name="added">Those of them that were added or updated.</param>
    /// <param name="failed">Those of them that are errors.</param>
    /// <param name="bytes">Their bytes.</param>
    public void Written(long rows, long added, long failed, long bytes)
    {
        (_rows, _added, _failed, _bytes) = (rows, added, failed, bytes);
        Report();
    }

    public void Finish()
    {
        _bytes = bytesTotal;
        Report();
    }

    private void Report() => progress?.Report(new(stage, _rows, _added, _failed, _bytes, bytesTotal));
}
