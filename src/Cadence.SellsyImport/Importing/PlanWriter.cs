using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Writes the ticked rows in batches, each one transaction of the store. While one batch is written, only the next one is read and mapped:
/// a longer queue costs the garbage collector more than it saves.
/// </summary>
internal sealed class PlanWriter(IBatchStore store, ReportBuilder report, ProgressMeter meter, BatchTelemetry telemetry)
{
    public async Task WriteAsync(IAsyncEnumerable<RowBatch> runs, CancellationToken cancellationToken)
    {
        telemetry.Skip(report.Outcomes.Counts);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reader = runs.GetAsyncEnumerator(stopping.Token);
        await using (reader.ConfigureAwait(false))
        {
            var reading = ReadNextAsync(reader);
            try
            {
                while (await reading.ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var run = reader.Current;
                    reading = ReadNextAsync(reader);
                    report.Add(await telemetry.WriteAsync(store, run, cancellationToken).ConfigureAwait(false));
                    var counts = report.Outcomes.Counts;
                    meter.Written(counts.Read, counts.Added + counts.Updated, counts.Errors, run.Next.ByteOffset);
                    telemetry.Count(counts, run.Next.ByteOffset);
                }
            }
            finally
            {
                await stopping.CancelAsync().ConfigureAwait(false);
                await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Reports that every row has its outcome.</summary>
    public void Finish()
    {
        meter.Finish();
        telemetry.Finish();
    }

    private static Task<bool> ReadNextAsync(IAsyncEnumerator<RowBatch> reader) =>
        Task.Run(async () => await reader.MoveNextAsync().ConfigureAwait(false), CancellationToken.None);
}
