using System.Threading.Channels;
using Cadence.SellsyImport.Planning;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Writes the ticked rows in batches, each one transaction of the store. Reading and mapping run ahead of the writing by a few batches,
/// never more.
/// </summary>
internal sealed class PlanWriter(ILeadSink sink, ImportInfo import, PlanVerdicts verdicts, IssueTally tally, ProgressMeter meter)
{
    private const int BatchesAhead = 2;

    private readonly RowOutcomes _outcomes = new();
    private int _batches;

    public RowOutcomes Outcomes => _outcomes;

    public async Task WriteAsync(IAsyncEnumerable<RowRun> runs, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<RowRun>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAheadAsync(runs, channel.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var run in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteAsync(run, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads until the end or until writing stops; what it throws reaches the writing through the channel.</summary>
    private static async Task ReadAheadAsync(IAsyncEnumerable<RowRun> runs, ChannelWriter<RowRun> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var run in runs.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteAsync(run, cancellationToken).ConfigureAwait(false);
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }

    private async Task WriteAsync(RowRun run, CancellationToken cancellationToken)
    {
        foreach (var outcome in run.Outcomes)
        {
            _outcomes.Add(outcome);
            meter.Fail(outcome == RowOutcome.Error ? 1 : 0);
        }

        if (!run.Entries.IsEmpty)
        {
            var batch = new LeadBatch(import, ++_batches, run.Entries);
            var results = await sink.AddAsync(batch, cancellationToken).ConfigureAwait(false);
            Contract.Check(nameof(ILeadSink), results.IsDefault ? 0 : results.Length, run.Entries.Length, "outcomes of the batch");
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i] == LeadEntryOutcome.AlreadyPresent)
                {
                    RefuseWithMerged(run.Entries[i].Row);
                }
                else
                {
                    meter.Add(1);
                }
            }
        }

        meter.Read(run.LastRow, run.ByteOffset);
        meter.Report();
    }

    /// <summary>The rows that completed a refused lead are refused with it, as far as they were ticked.</summary>
    private void RefuseWithMerged(long row)
    {
        Refuse(row);
        if (verdicts.TryGetMerged(row, out var merged))
        {
            foreach (var completing in merged.Where(completing => _outcomes.Of(completing) is RowOutcome.Updated or RowOutcome.Unchanged))
            {
                Refuse(completing);
            }
        }
    }

    private void Refuse(long row)
    {
        var issue = RowIssues.Appeared(row);
        _outcomes.Refuse(row, issue);
        tally.Add(issue);
        meter.Fail();
    }
}
