namespace Cadence.SellsyImport.Planning;

/// <summary>Tells a progress how far a stage has come, every few thousand rows.</summary>
internal sealed class ProgressMeter(IProgress<ImportProgress>? progress, ImportStage stage, long bytesTotal)
{
    private const int RowsPerReport = 4_096;

    private long _rows;
    private long _added;
    private long _failed;
    private long _bytes;

    public void Read(SellsyRow row)
    {
        _rows++;
        _bytes = row.ByteOffset;
        if (_rows % RowsPerReport == 0)
        {
            Report();
        }
    }

    public void Read(long rows, long bytes) => (_rows, _bytes) = (rows, bytes);

    public void Fail(long rows = 1) => _failed += rows;

    public void Add(long rows) => _added += rows;

    public void Finish()
    {
        _bytes = bytesTotal;
        Report();
    }

    public void Report() => progress?.Report(new(stage, _rows, _added, _failed, _bytes, bytesTotal));
}
