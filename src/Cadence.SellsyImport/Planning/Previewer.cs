using System.Buffers.Text;
using System.Text;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Plain;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Gives every row of a file its status: by itself, among the other rows, and against what is in Cadence. Nothing is written.
/// </summary>
internal sealed partial class Previewer(
    ISellsyExport export,
    ColumnSelection columns,
    RowJudge judge,
    OwnerBook owners,
    IOwnerResolver resolver,
    OwnerDecisions decisions,
    ILeadSink sink,
    RepeatedContacts repeatedContacts,
    ProgressMeter meter) : IRecordTaker
{
    private readonly PlanVerdicts _verdicts = new();
    private readonly ContactIndex _contacts = new();
    private readonly IssueTally _tally = new();
    private readonly long[] _counts = new long[Enum.GetValues<RowStatus>().Length];
    private readonly PlainRecords? _plain = judge.PlainRecords();

    public PlanVerdicts Verdicts => _verdicts;

    public IssueTally Tally => _tally;

    public StatusCounts Counts => new(_counts[(int)RowStatus.Blank], _counts[(int)RowStatus.Active], _counts[(int)RowStatus.Error]);

    /// <summary>Takes a record of which no row is needed: nothing is wrong with it, and its contact is on no earlier row.</summary>
    public bool TryTake(in CsvRecord record)
    {
        if (!_takes || _toAsk.Count == RowsPerQuestion || !_plain!.IsPlain(record))
        {
            return false;
        }

        var id = _plain.ContactIdOf(record);
        if (id[0] == '0' || !Utf8Parser.TryParse(id, out ulong number, out _))
        {
            return false;
        }

        ref var standing = ref _contacts.RowOf(number);
        if (standing != 0)
        {
            return false;
        }

        var position = record.Position;
        standing = position.Number;
        AskLater(Encoding.ASCII.GetString(id), position);
        _verdicts.Add((byte)RowStatus.Blank, position);
        _counts[(int)RowStatus.Blank]++;
        meter.Read(position.ByteOffset);
        return true;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = _plain is not null && export is IRecordExport records
            ? records.ReadRowsAsync(columns, this, cancellationToken)
            : export.ReadRowsAsync(columns, cancellationToken);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            meter.Read(row.ByteOffset);
            var judged = judge.Judge(row);
            if (!judged.UnaskedOwner.IsNone)
            {
                await owners.ResolveAsync(resolver, [judged.UnaskedOwner], decisions, cancellationToken).ConfigureAwait(false);
                judged = judge.Judge(row);
            }

            if (_plain is not null && judged.Issues.IsEmpty)
            {
                _plain.Learn(row);
            }

            if (Add(row, judged) == RowStatus.Error)
            {
                meter.Fail();
            }

            if (_toAsk.Count >= RowsPerQuestion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await AskAsync(cancellationToken).ConfigureAwait(false);
        SettleMerged();
    }

    private RowStatus Add(SellsyRow row, JudgedRow judged)
    {
        _tally.Add(judged.Issues);
        var status = judged.HasError ? RowStatus.Error : RowStatus.Blank;
        Contract.Check(nameof(IFieldMapper), judged.HasError || judged is { Lead: not null, Owner: not null }, "a lead with an owner, or an error");
        if (judged.Lead is { } lead)
        {
            ref var standing = ref _contacts.RowOf(lead.SellsyContactId);
            if (standing == 0)
            {
                standing = row.Number;
                Ask(judged, row, status);
            }
            else
            {
                status = AddRepeated(judged, row, status, ref standing);
            }
        }

        _verdicts.Add(row, status);
        _counts[(int)status]++;
        return status;
    }

    private RowStatus AddRepeated(JudgedRow judged, SellsyRow row, RowStatus status, ref long standing)
    {
        switch (repeatedContacts)
        {
            case RepeatedContacts.LastWins:
                _verdicts.AddLoser(standing, winner: row.Number);
                _tally.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, standing, row.Number));
                Change(standing, RowStatus.Error);
                standing = row.Number;
                Ask(judged, row, status);
                return status;

            // What a merged row is depends on what becomes of the row it completes, which is known at the end.
            case RepeatedContacts.Merge when status != RowStatus.Error:
                _verdicts.AddMerged(row.Number, into: standing);
                return status;

            default:
                _verdicts.AddLoser(row.Number, winner: standing);
                _tally.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, row.Number, standing));
                return RowStatus.Error;
        }
    }

    /// <summary>A merged row is what the row is that it completes.</summary>
    private void SettleMerged()
    {
        foreach (var (into, rows) in _verdicts.Merged)
        {
            foreach (var row in rows)
            {
                var status = _verdicts.StatusOf(into);
                Change(row, status);
                _tally.Add(RowIssues.Repeated(repeatedContacts, status, row, into));
                if (status == RowStatus.Active)
                {
                    _tally.Add(RowIssues.Active(row));
                }
            }
        }
    }

    private void Change(long row, RowStatus status)
    {
        var before = _verdicts.StatusOf(row);
        if (before == RowStatus.Active && status == RowStatus.Error)
        {
            _tally.Add(RowIssues.Active(row), count: -1);
        }

        _counts[(int)before]--;
        _counts[(int)status]++;
        _verdicts.Set(row, status);
    }
}
