using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Telemetry;

namespace Cadence.SellsyImport.Importing;

/// <summary>Measures and logs the batches of one import.</summary>
/// <param name="telemetry">Where to.</param>
/// <param name="importId">The import.</param>
/// <param name="position">The byte of the file at which the import starts or continues.</param>
/// <param name="fileLength">The bytes of the file.</param>
internal sealed class BatchTelemetry(ImportTelemetry telemetry, string importId, long position, long fileLength)
{
    private readonly long[] _counted = new long[Enum.GetValues<RowOutcome>().Length];
    private long _position = position;

    public async ValueTask<BatchResult> WriteAsync(IBatchStore store, RowBatch batch, CancellationToken cancellationToken)
    {
        using var operation = telemetry.Start(OperationNames.Batch);
        operation.ImportId = importId;
        operation.Set(TelemetryTags.Rows, batch.Outcomes.Length);
        operation.Set(TelemetryTags.Leads, batch.Entries.Length);
        try
        {
            var result = await store.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            telemetry.Metrics.BatchDuration.Record(operation.Elapsed.TotalSeconds);
            telemetry.Log.BatchStored(
                importId, batch.FirstRow, batch.LastRow, batch.Entries.Length, result.Refused.Length, operation.Milliseconds);
            return result;
        }
        catch (Exception exception)
        {
            var isCancelled = ErrorTypes.IsCancelled(exception, cancellationToken);
            var error = ErrorTypes.Of(exception, isCancelled);
            operation.Fail(error, isCancelled);
            telemetry.Metrics.BatchDuration.Record(operation.Elapsed.TotalSeconds, new KeyValuePair<string, object?>(TelemetryTags.ErrorType, error));
            throw;
        }
    }

    /// <summary>Takes the rows as counted that an earlier run has written.</summary>
    public void Skip(ImportCounts counts) => Count(counts, (_, _) => { });

    /// <summary>Counts the rows and bytes since the last call.</summary>
    /// <param name="counts">What became of all rows so far.</param>
    /// <param name="position">The byte of the file behind them.</param>
    public void Count(ImportCounts counts, long position)
    {
        Count(counts, (rows, outcome) => telemetry.Metrics.Rows.Add(rows, new KeyValuePair<string, object?>(TelemetryTags.Outcome, outcome)));
        Count(position);
    }

    /// <summary>Counts the bytes behind the last row.</summary>
    public void Finish() => Count(fileLength);

    private void Count(long position)
    {
        telemetry.Metrics.Bytes.Add(position - _position, new KeyValuePair<string, object?>(TelemetryTags.Operation, OperationNames.Add));
        _position = position;
    }

    // An outcome may lose rows: those of a lead that a later batch is refused. A counter cannot take them back, so the next rows make up for them.
    private void Count(ImportCounts counts, Action<long, string> count)
    {
        AddNew(RowOutcome.Added, counts.Added, "added");
        AddNew(RowOutcome.Updated, counts.Updated, "updated");
        AddNew(RowOutcome.Unchanged, counts.Unchanged, "unchanged");
        AddNew(RowOutcome.Skipped, counts.Skipped, "skipped");
        AddNew(RowOutcome.Error, counts.Errors, "error");

        void AddNew(RowOutcome outcome, long total, string name)
        {
            ref var counted = ref _counted[(int)outcome];
            if (total > counted)
            {
                count(total - counted, name);
                counted = total;
            }
        }
    }
}
