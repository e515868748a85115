using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Reads the file of a plan again and converts the ticked rows to leads. It looks up the verdict of a row in the plan and never decides again.
/// </summary>
/// <param name="validator">Maps the rows.</param>
/// <param name="plan">The plan.</param>
/// <param name="selection">The ticked rows.</param>
/// <param name="firstRow">The first row that has no outcome yet; rows before it are only read for the leads that later ones complete.</param>
/// <param name="batchSize">How many leads make a run.</param>
/// <param name="changedOwners">
/// The owners whose user changed since the preview, with that user; the validator does not have them. Their leads are refused.
/// </param>
/// <param name="inDoubt">The batch that was begun before a crash: the first run has the same rows. Null if there is none.</param>
internal sealed class PlanExecutor(
    RowValidator validator,
    ImportPlan plan,
    RowSelection selection,
    long firstRow,
    int batchSize,
    FrozenDictionary<OwnerReference, CadenceUser> changedOwners,
    BatchInDoubt? inDoubt) : IRecordTaker
{
    private const int MostRowsPerRun = 65_536;

    /// <summary>Rows may be long: what is held of them is bounded by their bytes in the file too.</summary>
    private const long MostBytesPerRun = 1 << 20;

    private readonly PlanVerdicts _verdicts = plan.Verdicts;
    private readonly MergingLeads _merging = new(plan.Verdicts);
    private readonly ImmutableArray<LeadEntry>.Builder _entries = ImmutableArray.CreateBuilder<LeadEntry>(batchSize);
    private readonly ImmutableArray<LeadEntry>.Builder _refused = ImmutableArray.CreateBuilder<LeadEntry>();
    private readonly HashSet<long> _rowsOfChangedOwners = [];
    private readonly List<byte> _outcomes = new(batchSize);
    private long _runStart;

    public async IAsyncEnumerable<RowBatch> ReadAsync(
        IAsyncEnumerable<SellsyRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = default(RowPosition);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            SeamGuard.Check(nameof(ISellsyCsvReader), row.Number <= _verdicts.Rows, "the rows of the plan and no more");
            if (row.Number < firstRow)
            {
                FollowAgain(row);
                continue;
            }

            if (IsRunFullAt(RowPosition.Of(row)))
            {
                yield return Run(RowPosition.Of(row));
            }

            Add(Follow(row.Number, NeedsLead(row.Number) ? validator.Validate(row) : null), row.ByteOffset);
            next = new(row.Number + 1, row.Lines.Last + 1, row.ByteOffset + row.ByteLength);
        }

        if (_outcomes.Count > 0)
        {
            // The last row of the plan is read so that the end of the rows is known; a file that ends earlier is another file.
            SeamGuard.Check(nameof(ISellsyCsvReader), next.Number == _verdicts.Rows + 1, "the rows of the plan and no fewer");
            yield return Run(next);
        }
    }

    /// <summary>
    /// Makes the lead of a record without making its row. The first record behind a run and the last one of the plan become rows, because
    /// these say where they end.
    /// </summary>
    public bool TryTake(in CsvRecord record)
    {
        var position = record.Position;
        if (!validator.ReadsRecords || position.Number < firstRow || position.Number >= _verdicts.Rows || IsRunFullAt(position))
        {
            return false;
        }

        Add(Follow(position.Number, NeedsLead(position.Number) ? validator.Validate(record) : null), position.ByteOffset);
        return true;
    }

    public void TakeBlank(bool hasSeparators)
    {
    }

    private bool IsRunFullAt(RowPosition next)
    {
        if (next.Number <= inDoubt?.LastRow + 1)
        {
            return next.Number > inDoubt!.LastRow;
        }

        return _entries.Count + _refused.Count >= batchSize
            || _outcomes.Count == MostRowsPerRun
            || (_outcomes.Count > 0 && next.ByteOffset - _runStart >= MostBytesPerRun);
    }

    private void Add(RowOutcome outcome, long offset)
    {
        _runStart = _outcomes.Count == 0 ? offset : _runStart;
        _outcomes.Add((byte)outcome);
    }

    /// <summary>
    /// Adds a lead to those to be written or refused. The owner of its own row decides; the owners of completing rows do not matter. A lead that
    /// was written before a crash got the right owner then.
    /// </summary>
    private void Add(LeadEntry entry) =>
        (_rowsOfChangedOwners.Remove(entry.Row) && inDoubt?.WrittenRows.Contains(entry.Row) != true ? _refused : _entries).Add(entry);

    private RowBatch Run(RowPosition next)
    {
        var run = new RowBatch(next.Number - _outcomes.Count, [.. _outcomes], _entries.DrainToImmutable(), _refused.DrainToImmutable(), next);
        _outcomes.Clear();
        return run;
    }

    /// <summary>Whether a row has an effect, so that its lead must be created.</summary>
    private bool NeedsLead(long row) => selection.Contains(row) && _verdicts.StatusOf(row) switch
    {
        RowStatus.Blank => true,
        RowStatus.Active => plan.ExistingLeads != ExistingLeadPolicy.Skip,
        _ => false,
    } && (!_verdicts.TryGetWinner(row, out _) || _merging.HeldFor(row) is not null);

    /// <param name="row">The number of the row.</param>
    /// <param name="validated">The row with its lead, or null if no lead is needed.</param>
    private RowOutcome Follow(long row, ValidatedRow? validated)
    {
        var outcome = (validated, _verdicts.StatusOf(row)) switch
        {
            (null, var status) => status == RowStatus.Error ? RowOutcome.Error : RowOutcome.Skipped,
            ({ } made, RowStatus.Blank) => Take(row, made, planned: null),
            ({ } made, _) => Take(row, made, _verdicts.OutcomeOf(row, plan.ExistingLeads)),
        };
        if (_merging.Release(row) is { } released)
        {
            Add(released);
        }

        return outcome;
    }

    /// <summary>Follows a row with a stored outcome again: collects what it added to a lead that is still held.</summary>
    private void FollowAgain(SellsyRow row)
    {
        if (_verdicts.IsOfSeveralRows(row.Number))
        {
            Follow(row.Number, NeedsLead(row.Number) ? validator.Validate(row) : null);
            _entries.Clear();
            _refused.Clear();
        }
    }

    private RowOutcome Take(long row, in ValidatedRow validated, RowOutcome? planned)
    {
        if (_merging.HeldFor(row) is { } held)
        {
            return _merging.Complete(held, row, Entry(row, validated).Lead, planned);
        }

        var entry = Entry(row, validated) with { Outcome = planned ?? RowOutcome.Added };
        if (!_merging.TryHold(entry))
        {
            Add(entry);
        }

        return entry.Outcome;
    }

    private LeadEntry Entry(long row, in ValidatedRow validated)
    {
        var owner = validated.Owner ?? (validated.UnaskedOwner is { } unasked ? changedOwners.GetValueOrDefault(unasked) : null);
        SeamGuard.Check(nameof(IFieldMapper), validated is { Lead: not null, HasError: false } && owner is not null, "the lead that the preview saw");
        if (validated.Owner is null)
        {
            _rowsOfChangedOwners.Add(row);
        }

        return new(row, validated.Lead!, owner!);
    }
}
