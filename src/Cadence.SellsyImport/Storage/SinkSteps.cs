using System.Collections.Immutable;

namespace Cadence.SellsyImport.Storage;

/// <summary>Sends batches to the steps that a sink offers, one after the other, and checks its answers.</summary>
internal sealed class SinkSteps(ILeadSink sink)
{
    private static readonly Dictionary<long, LeadAnswer> None = [];

    public ValueTask<ImmutableArray<LeadAnswer>> SendAsync(LeadBatch batch, CancellationToken cancellationToken) =>
        SendAsync(batch, None, cancellationToken);

    /// <summary>Sends the leads of a batch: first those that are to be added, then those that are to be changed.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="known">The answers that are known already, by their rows: those leads are not sent.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>One answer for each entry, in the order of the batch.</returns>
    public async ValueTask<ImmutableArray<LeadAnswer>> SendAsync(
        LeadBatch batch,
        Dictionary<long, LeadAnswer> known,
        CancellationToken cancellationToken)
    {
        var entries = batch.Entries;
        var added = entries.RemoveAll(entry => entry.Before is not null || known.ContainsKey(entry.Row));
        var changed = entries.RemoveAll(entry => entry.Before is null || known.ContainsKey(entry.Row));
        var answersOfAdded = added.IsEmpty ? [] : await AddAsync(batch with { Entries = added }, cancellationToken).ConfigureAwait(false);
        if (changed.IsEmpty && known.Count == 0)
        {
            return answersOfAdded;
        }

        var answersOfChanged = changed.IsEmpty ? [] : await UpdateAsync(batch with { Entries = changed }, cancellationToken).ConfigureAwait(false);
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>(entries.Length);
        var (nextAdded, nextChanged) = (0, 0);
        foreach (var entry in entries)
        {
            answers.Add(
                known.TryGetValue(entry.Row, out var answer) ? answer
                : entry.Before is null ? answersOfAdded[nextAdded++]
                : answersOfChanged[nextChanged++]);
        }

        return answers.MoveToImmutable();
    }

    /// <summary>Changes leads under their versions.</summary>
    public async ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken)
    {
        var updater = sink as ILeadUpdater ?? throw ImportStore.Cannot("update", nameof(ILeadUpdater));
        var answers = await updater.UpdateAsync(batch, cancellationToken).ConfigureAwait(false);
        StoreGuard.Answers(nameof(ILeadUpdater), answers, batch.Entries);
        return answers;
    }

    private async ValueTask<ImmutableArray<LeadAnswer>> AddAsync(LeadBatch batch, CancellationToken cancellationToken)
    {
        if (sink is IAnsweringLeadSink answering)
        {
            var answers = await answering.AddLeadsAsync(batch, cancellationToken).ConfigureAwait(false);
            StoreGuard.Answers(nameof(IAnsweringLeadSink), answers, batch.Entries);
            return answers;
        }

        var outcomes = await sink.AddAsync(batch, cancellationToken).ConfigureAwait(false);
        StoreGuard.Outcomes(nameof(ILeadSink), outcomes, batch.Entries);
        return [.. outcomes.Select(outcome => new LeadAnswer(outcome))];
    }
}
