using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Work;

/// <summary>The newest progress of a job, for whoever writes it down.</summary>
internal sealed class JobProgress(string token, TimeProvider time) : IProgress<ImportProgress>
{
    private ImportProgress _last;

    public SessionProgress Now
    {
        get
        {
            var last = _last;
            var share = last.BytesTotal == 0 ? 0 : (double)last.BytesRead / last.BytesTotal;
            return new(token, time.GetUtcNow(), last.RowsRead, last.RowsAdded, last.RowsFailed, last.Stage == ImportStage.Scanning ? share / 2 : share);
        }
    }

    public void Report(ImportProgress value) => _last = value;
}
