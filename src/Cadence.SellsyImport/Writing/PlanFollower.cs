using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Planning;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Reads the file of a plan again and makes the ticked rows into leads. It obeys: a row's verdict is looked up, never made again.
/// </summary>
internal sealed class PlanFollower(RowJudge judge, PlanVerdicts verdicts, RowSelection selection, int batchSize)
{
    private const int MostRowsPerRun = 65_536;

    private readonly MergingLeads _merging = new(verdicts);
    private readonly ImmutableArray<LeadEntry>.Builder _entries = ImmutableArray.CreateBuilder<LeadEntry>(batchSize);

    public async IAsyncEnumerable<RowRun> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var outcomes = new List<RowOutcome>(batchSize);
        var last = default(RowPosition);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            last = RowPosition.Of(row);
            outcomes.Add(Follow(row));
            if (_entries.Count == batchSize || outcomes.Count == MostRowsPerRun)
            {
                yield return new(outcomes, _entries.DrainToImmutable(), last.Number, last.ByteOffset);
                outcomes = new(batchSize);
            }
        }

        if (outcomes.Count > 0)
        {
            yield return new(outcomes, _entries.DrainToImmutable(), last.Number, last.ByteOffset);
        }
    }

    private RowOutcome Follow(SellsyRow row)
    {
        Contract.Check(nameof(ISellsyCsvReader), row.Number <= verdicts.Rows, "the rows of the plan and no more");
        var status = verdicts.StatusOf(row.Number);
        var outcome = status switch
        {
            RowStatus.Error => RowOutcome.Error,
            RowStatus.Blank when selection.Contains(row.Number) => verdicts.TryGetWinner(row.Number, out _) ? Complete(row) : Add(row),
            _ => RowOutcome.Skipped,
        };
        if (_merging.Release(row.Number) is { } released)
        {
            _entries.Add(released);
        }

        return outcome;
    }

    private RowOutcome Add(SellsyRow row)
    {
        var entry = Entry(row);
        if (!_merging.TryHold(entry))
        {
            _entries.Add(entry);
        }

        return RowOutcome.Added;
    }

    private RowOutcome Complete(SellsyRow row) =>
        _merging.HeldFor(row.Number) is { } held ? _merging.Complete(held, Entry(row).Lead) : RowOutcome.Skipped;

    private LeadEntry Entry(SellsyRow row)
    {
        var judged = judge.Judge(row);
        Contract.Check(nameof(IFieldMapper), judged is { Lead: not null, Owner: not null, HasError: false }, "the lead that the preview saw");
        return new(row.Number, judged.Lead!, judged.Owner!);
    }
}
