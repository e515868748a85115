using System.Globalization;

namespace Cadence.SellsyImport.Planning;

/// <content>The contacts that are in Cadence already.</content>
internal sealed partial class Previewer
{
    private const int RowsPerQuestion = 4_096;

    /// <summary>Where more than one in so many records is of a lead that is there, making all of their rows at once is cheaper.</summary>
    private const int RecordsPerLead = 16;

    private readonly IImportLedger? _ledger = sink as IImportLedger;
    private readonly Dictionary<string, AskedRow> _toAsk = new(StringComparer.Ordinal);
    private readonly Dictionary<long, LeadVersion> _unread = [];
    private RowPosition? _firstTaken;
    private bool _takes = true;

    private void Ask(JudgedRow judged, SellsyRow row, RowStatus status)
    {
        var id = judged.Lead!.SellsyContactId;
        if (status != RowStatus.Error)
        {
            _toAsk[id] = new(row.Number, judged.Lead, judged.Owner!);
        }
        else
        {
            _toAsk.Remove(id);
        }
    }

    private void AskLater(ulong contactId, RowPosition taken)
    {
        _firstTaken ??= taken;
        _toAsk[contactId.ToString(CultureInfo.InvariantCulture)] = new(taken.Number, null, null);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (_toAsk.Count == 0)
        {
            return;
        }

        var asked = _toAsk.Count;
        if (_ledger is not null)
        {
            var leads = await _ledger.ReadLeadsAsync([.. _toAsk.Keys], cancellationToken).ConfigureAwait(false);
            foreach (var there in Contract.Whole(nameof(IImportLedger), leads))
            {
                Find(Contract.Take(nameof(IImportLedger), _toAsk, Contract.IdOf(there)), there);
            }

            _takes = (asked - _toAsk.Count) * RecordsPerLead <= asked;
            await ReadUnreadAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var leads = await sink.FindExistingAsync([.. _toAsk.Keys], cancellationToken).ConfigureAwait(false);
            foreach (var existing in Contract.Whole(nameof(ILeadSink), leads))
            {
                var row = Contract.Take(nameof(ILeadSink), _toAsk, existing.SellsyContactId);
                Change(row.Row, RowStatus.Active);
                _tally.Add(RowIssues.Active(row.Row, existing.RunningCadences));
            }
        }

        _toAsk.Clear();
        _firstTaken = null;
    }

    private void Find(AskedRow row, LeadVersion there)
    {
        Change(row.Row, RowStatus.Active);
        _tally.Add(RowIssues.Active(row.Row));
        if (row.Lead is { } lead)
        {
            _verdicts.SetExisting(row.Row, there, lead, row.Owner!);
        }
        else
        {
            _unread.Add(row.Row, there);
        }
    }

    /// <summary>Makes the rows of taken records after all: what the policies would do with a lead that is there is decided by the whole row.</summary>
    private async Task ReadUnreadAsync(CancellationToken cancellationToken)
    {
        if (_unread.Count == 0)
        {
            return;
        }

        await foreach (var row in export.ReadRowsAsync(columns, _firstTaken!.Value, cancellationToken).ConfigureAwait(false))
        {
            if (_unread.Remove(row.Number, out var there))
            {
                var judged = judge.Judge(row);
                _verdicts.SetExisting(row.Number, there, judged.Lead!, judged.Owner!);
                if (_unread.Count == 0)
                {
                    return;
                }
            }
        }
    }
}
