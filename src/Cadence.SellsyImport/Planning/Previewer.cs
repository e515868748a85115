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
    private readonly IssueTally _tally = new();
    private readonly long[] _counts = new long[Enum.GetValues<RowStatus>().Length];
    private readonly PlainRecords? _plain = judge.PlainRecords();
    private ContactIndex _contacts = null!;
    private long _endNumber;

    public PlanVerdicts Verdicts => _verdicts;

    public IssueTally Tally => _tally;

    public StatusCounts Counts => new(_counts[(int)RowStatus.Blank], _counts[(int)RowStatus.Active], _counts[(int)RowStatus.Error]);

    /// <summary>Takes a record of which no row is needed, because nothing is wrong with it.</summary>
    public bool TryTake(in CsvRecord record)
    {
        if (!_takes || _toAsk.Count >= RowsPerQuestion || record.Position.Number >= _endNumber || !_plain!.IsPlain(record, out var contactId))
        {
            return false;
        }

        Take(record.Position, contactId);
        return true;
    }

    /// <summary>Gives every row its status.</summary>
    /// <param name="survey">What the survey found.</param>
    /// <param name="plainOwners">Tells which owners give no issue.</param>
    /// <param name="cancellationToken">Cancels the preview.</param>
    public async Task RunAsync(Survey survey, PlainOwners plainOwners, CancellationToken cancellationToken)
    {
        _contacts = new(survey.Contacts);
        if (_plain is not null && export is IRecordExport records)
        {
            bool[] arePlain = [.. survey.Owners.Select(plainOwners.IsPlain)];
            foreach (var (cells, isPlain) in survey.Owners.Zip(arePlain))
            {
                if (isPlain)
                {
                    _plain.Learn(cells);
                }
            }

            var blocks = RowBlock.Of(survey.Blocks, export.Length, arePlain);
            // Only one list shall keep what was kept of the records.
            survey.Blocks.Clear();
            await AddAsync(records, blocks, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await foreach (var row in export.ReadRowsAsync(columns, cancellationToken).ConfigureAwait(false))
            {
                await AddAsync(row, cancellationToken).ConfigureAwait(false);
            }
        }

        await AskAsync(cancellationToken).ConfigureAwait(false);
        SettleMerged();
        _contacts = null!;
        survey.Contacts?.GiveUp();
    }

    private async Task AddAsync(IRecordExport records, List<RowBlock> blocks, CancellationToken cancellationToken)
    {
        var ahead = new BlocksAhead(records, columns, _plain!, blocks, cancellationToken);
        await using (ahead.ConfigureAwait(false))
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                if (await ahead.ReadAsync(i, _takes).ConfigureAwait(false) is { } read)
                {
                    await AddAsync(read, cancellationToken).ConfigureAwait(false);
                    ahead.GiveBack(read);
                }
                else if (_takes && blocks[i].Records is { } known)
                {
                    await AddAsync(known.Unpack(blocks[i].Start), cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await AddAsync(records, blocks[i], cancellationToken).ConfigureAwait(false);
                }

                // What was kept of its records is not needed any more.
                blocks[i] = blocks[i] with { Records = null };
            }
        }
    }

    private async Task AddAsync(PackedReader known, CancellationToken cancellationToken)
    {
        while (known.MoveNext())
        {
            var record = known.Current;
            if (record.ContactId == 0)
            {
                await AddAsync(known.TakeRow(), cancellationToken).ConfigureAwait(false);
                continue;
            }

            Take(record.Position, record.ContactId);
            if (_toAsk.Count >= RowsPerQuestion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task AddAsync(IRecordExport records, RowBlock block, CancellationToken cancellationToken)
    {
        _endNumber = block.EndNumber;
        await foreach (var row in records.ReadRowsAsync(columns, block.Start, this, cancellationToken).ConfigureAwait(false))
        {
            if (row.Number >= block.EndNumber)
            {
                return;
            }

            await AddAsync(row, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(ReadBlock read, CancellationToken cancellationToken)
    {
        foreach (var record in read.Records)
        {
            if (record.ContactId == 0)
            {
                await AddAsync(read.Rows.Dequeue(), cancellationToken).ConfigureAwait(false);
                continue;
            }

            Take(record.Position, record.ContactId);
            if (_toAsk.Count >= RowsPerQuestion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask AddAsync(SellsyRow row, CancellationToken cancellationToken)
    {
        meter.Read(row.ByteOffset);
        var judged = judge.Judge(row);
        if (!judged.UnaskedOwner.IsNone)
        {
            await owners.ResolveAsync(resolver, [judged.UnaskedOwner], decisions, cancellationToken).ConfigureAwait(false);
            judged = judge.Judge(row);
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

    private void Take(RowPosition position, ulong contactId)
    {
        meter.Read(position.ByteOffset);
        var status = RowStatus.Blank;
        ref var standing = ref _contacts.RowOf(contactId);
        if (standing == 0)
        {
            standing = position.Number;
            AskLater(contactId, position);
        }
        else
        {
            status = AddRepeated(position.Number, status, ref standing);
            if (standing == position.Number)
            {
                AskLater(contactId, position);
            }
        }

        _verdicts.Add((byte)status, position);
        _counts[(int)status]++;
        if (status == RowStatus.Error)
        {
            meter.Fail();
        }
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
                status = AddRepeated(row.Number, status, ref standing);
                if (standing == row.Number)
                {
                    Ask(judged, row, status);
                }
            }
        }

        _verdicts.Add(row, status);
        _counts[(int)status]++;
        return status;
    }

    /// <summary>Gives a row its status whose contact is on an earlier row; the row stands for the contact from here on where the last one wins.</summary>
    private RowStatus AddRepeated(long row, RowStatus status, ref long standing)
    {
        switch (repeatedContacts)
        {
            case RepeatedContacts.LastWins:
                _verdicts.AddLoser(standing, winner: row);
                _tally.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, standing, row));
                Change(standing, RowStatus.Error);
                standing = row;
                return status;

            // What a merged row is depends on what becomes of the row it completes, which is known at the end.
            case RepeatedContacts.Merge when status != RowStatus.Error:
                _verdicts.AddMerged(row, into: standing);
                return status;

            default:
                _verdicts.AddLoser(row, winner: standing);
                _tally.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, row, standing));
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
