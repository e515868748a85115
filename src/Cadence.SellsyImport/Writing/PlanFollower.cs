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

    public async IAsyncEnumerable<RowRun> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var outcomes = new List<RowOutcome>(batchSize);
        var entries = ImmutableArray.CreateBuilder<LeadEntry>(batchSize);
        var last = default(RowPosition);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            last = RowPosition.Of(row);
            outcomes.Add(Follow(row, entries));
            if (entries.Count == batchSize || outcomes.Count == MostRowsPerRun)
            {
                yield return new(outcomes, entries.DrainToImmutable(), last.Number, last.ByteOffset);
                outcomes = new(batchSize);
            }
        }

        if (outcomes.Count > 0)
        {
            yield return new(outcomes, entries.DrainToImmutable(), last.Number, last.ByteOffset);
        }
    }

    private RowOutcome Follow(SellsyRow row, ImmutableArray<LeadEntry>.Builder entries)
    {
        Contract.Check(nameof(ISellsyCsvReader), row.Number <= verdicts.Rows, $"at most the {verdicts.Rows} rows of the plan");
        switch (verdicts.StatusOf(row.Number))
        {
            case RowStatus.Error:
                return RowOutcome.Error;
            case RowStatus.Blank when selection.Contains(row.Number):
                var judged = judge.Judge(row);
                Contract.Check(nameof(IFieldMapper), judged is { Lead: not null, Owner: not null, HasError: false }, "the lead that the preview saw");
                entries.Add(new(row.Number, judged.Lead!, judged.Owner!));
                return RowOutcome.Added;
            default:
                return RowOutcome.Skipped;
        }
    }
}
