using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Planning;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Writing;

/// <summary>
/// Reads the file of a plan again and makes the ticked rows into leads. It obeys: a row's verdict is looked up, never made again.
/// </summary>
/// <param name="judge">Maps the rows.</param>
/// <param name="plan">The plan.</param>
/// <param name="selection">The ticked rows.</param>
/// <param name="firstRow">The first row that has no outcome yet; rows before it are only read for the leads that later ones complete.</param>
/// <param name="batchSize">How many leads make a run.</param>
/// <param name="changedOwners">
/// The owners whose user changed since the preview, with that user; the judge does not know them. Their leads are refused.
/// </param>
internal sealed class PlanFollower(
    RowJudge judge,
    ImportPlan plan,
    RowSelection selection,
    long firstRow,
    int batchSize,
    FrozenDictionary<OwnerReference, CadenceUser> changedOwners) : IRecordTaker
{
    private const int MostRowsPerRun = 65_536;

    /// <summary>Rows may be long: what is held of them is bounded by their bytes in the file too.</summary>
    private const long MostBytesPerRun = 1 << 20;

    private readonly PlanVerdicts _verdicts = plan.Verdicts;
    private readonly PlainLeads? _plain = judge.PlainLeads();
    private readonly MergingLeads _merging = new(plan.Verdicts);
    private readonly ImmutableArray<LeadEntry>.Builder _entries = ImmutableArray.CreateBuilder<LeadEntry>(batchSize);
    private readonly ImmutableArray<LeadEntry>.Builder _refused = ImmutableArray.CreateBuilder<LeadEntry>();
    private readonly HashSet<long> _rowsOfChangedOwners = [];
    private readonly List<byte> _outcomes = new(batchSize);
    private long _runStart;

    public async IAsyncEnumerable<RowRun> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = default(RowPosition);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Contract.Check(nameof(ISellsyCsvReader), row.Number <= _verdicts.Rows, "the rows of the plan and no more");
            if (row.Number < firstRow)
            {
                FollowAgain(row);
                continue;
            }

            if (IsRunFullAt(row.ByteOffset))
            {
                yield return Run(RowPosition.Of(row));
            }

            Add(Follow(row), row.ByteOffset);
            next = new(row.Number + 1, row.Lines.Last + 1, row.ByteOffset + row.ByteLength);
        }

        if (_outcomes.Count > 0)
        {
            // The last row of the plan is made, so that it tells where the rows end; a file that ends before it is another one.
            Contract.Check(nameof(ISellsyCsvReader), next.Number == _verdicts.Rows + 1, "the rows of the plan and no fewer");
            yield return Run(next);
        }
    }

    /// <summary>
    /// Makes the lead of a plain record that is ticked and to be added, without its row. A run ends with a row and the file too, because rows
    /// tell where they end.
    /// </summary>
    public bool TryTake(in CsvRecord record)
    {
        var number = record.Position.Number;
        if (_plain is null || number < firstRow || number >= _verdicts.Rows || IsRunFullAt(record.Position.ByteOffset)
            || _verdicts.StatusOf(number) != RowStatus.Blank || !selection.Contains(number) || _verdicts.IsOfSeveralRows(number)
            || _plain.Map(record) is not { Lead: { } lead } mapped || judge.UserOf(mapped.Owner) is not { } owner)
        {
            return false;
        }

        _entries.Add(new(number, lead, owner));
        Add(RowOutcome.Added, record.Position.ByteOffset);
        return true;
    }

    private bool IsRunFullAt(long offset) =>
        _entries.Count + _refused.Count >= batchSize || _outcomes.Count == MostRowsPerRun || (_outcomes.Count > 0 && offset - _runStart >= MostBytesPerRun);

    private void Add(RowOutcome outcome, long offset)
    {
        _runStart = _outcomes.Count == 0 ? offset : _runStart;
        _outcomes.Add((byte)outcome);
    }

    /// <summary>Adds a lead to those to be written or refused. The owner of its own row decides; the owners of completing rows do not matter.</summary>
    private void Add(LeadEntry entry) => (_rowsOfChangedOwners.Remove(entry.Row) ? _refused : _entries).Add(entry);

    private RowRun Run(RowPosition next)
    {
        var run = new RowRun(next.Number - _outcomes.Count, [.. _outcomes], _entries.DrainToImmutable(), _refused.DrainToImmutable(), next);
        _outcomes.Clear();
        return run;
    }

    private RowOutcome Follow(SellsyRow row)
    {
        var outcome = _verdicts.StatusOf(row.Number) switch
        {
            RowStatus.Error => RowOutcome.Error,
            RowStatus.Blank when selection.Contains(row.Number) => Take(row, planned: null),
            RowStatus.Active when plan.ExistingLeads != ExistingLeadPolicy.Skip && selection.Contains(row.Number) =>
                Take(row, _verdicts.OutcomeOf(row.Number, plan.ExistingLeads)),
            _ => RowOutcome.Skipped,
        };
        if (_merging.Release(row.Number) is { } released)
        {
            Add(released);
        }

        return outcome;
    }

    /// <summary>A row whose outcome is stored: what it added to a lead that is still held is gathered again.</summary>
    private void FollowAgain(SellsyRow row)
    {
        if (_verdicts.IsOfSeveralRows(row.Number))
        {
            Follow(row);
            _entries.Clear();
            _refused.Clear();
        }
    }

    private RowOutcome Take(SellsyRow row, RowOutcome? planned)
    {
        if (_verdicts.TryGetWinner(row.Number, out _))
        {
            return _merging.HeldFor(row.Number) is { } held
                ? _merging.Complete(held, row.Number, Entry(row).Lead, planned)
                : RowOutcome.Skipped;
        }

        var entry = Entry(row) with { Outcome = planned ?? RowOutcome.Added };
        if (!_merging.TryHold(entry))
        {
            Add(entry);
        }

        return entry.Outcome;
    }

    private LeadEntry Entry(SellsyRow row)
    {
        var judged = judge.Judge(row);
        var owner = judged.Owner ?? changedOwners.GetValueOrDefault(judged.UnaskedOwner);
        Contract.Check(nameof(IFieldMapper), judged is { Lead: not null, HasError: false } && owner is not null, "the lead that the preview saw");
        if (judged.Owner is null)
        {
            _rowsOfChangedOwners.Add(row.Number);
        }

        return new(row.Number, judged.Lead!, owner!);
    }
}
