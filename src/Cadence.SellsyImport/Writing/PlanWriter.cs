using System.Threading.Channels;
using Cadence.SellsyImport.Planning;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Writes the ticked rows in batches, each one transaction of the store. Reading and mapping run ahead of the writing by a few batches,
/// never more.
/// </summary>
internal sealed class PlanWriter(IRunStore store, IssueTally tally, ProgressMeter meter)
{
    private const int BatchesAhead = 2;

    private readonly RowOutcomes _outcomes = new();

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
                Add(await store.WriteAsync(run, cancellationToken).ConfigureAwait(false));
                meter.Written(_outcomes.Counts, run.Next.ByteOffset);
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Adds rows with what became of them: those just written, or those that an earlier run wrote.</summary>
    public void Add(WrittenRun run)
    {
        foreach (var outcome in run.Outcomes.Span)
        {
            _outcomes.Add((RowOutcome)outcome);
        }

        foreach (var refused in run.Refused)
        {
            var issue = RowIssues.Refused(refused);
            _outcomes.Refuse(refused.Row, issue);
            tally.Add(issue);
        }
    }

    /// <summary>Tells that every row has its outcome.</summary>
    public void Finish() => meter.Finish();

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
}
