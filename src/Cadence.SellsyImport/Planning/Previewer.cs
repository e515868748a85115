using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Gives every row of a file its status: by itself, among the other rows, and against what is in Cadence. Nothing is written.
/// </summary>
internal sealed class Previewer(RowJudge judge, OwnerBook owners, IOwnerResolver resolver, OwnerDecisions decisions, ILeadSink sink)
{
    private const int RowsPerQuestion = 4_096;

    private readonly PlanVerdicts _verdicts = new();
    private readonly ContactIndex _contacts = new();
    private readonly IssueTally _tally = new();
    private readonly Dictionary<string, long> _toAsk = new(StringComparer.Ordinal);
    private long _active;
    private long _errors;

    public PlanVerdicts Verdicts => _verdicts;

    public IssueTally Tally => _tally;

    public StatusCounts Counts => new(_verdicts.Rows - _active - _errors, _active, _errors);

    public async Task RunAsync(IAsyncEnumerable<SellsyRow> rows, ProgressMeter meter, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            meter.Read(row);
            var judged = judge.Judge(row);
            if (!judged.UnaskedOwner.IsNone)
            {
                await owners.ResolveAsync(resolver, [judged.UnaskedOwner], decisions, cancellationToken).ConfigureAwait(false);
                judged = judge.Judge(row);
            }

            if (Add(row, judged))
            {
                meter.Fail();
            }

            if (_toAsk.Count == RowsPerQuestion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds the verdict on a row; says whether it is an error.</summary>
    private bool Add(SellsyRow row, JudgedRow judged)
    {
        _tally.Add(judged.Issues);
        var isError = judged.HasError;
        if (judged.Lead is { } lead)
        {
            if (!_contacts.TryAdd(lead.SellsyContactId, row.Number, out var firstRow))
            {
                _verdicts.AddRepeated(row.Number, firstRow);
                _tally.Add(RowIssues.Repeated(row.Number, firstRow));
                isError = true;
            }
            else if (!isError)
            {
                _toAsk.Add(lead.SellsyContactId, row.Number);
            }
        }

        Contract.Check(nameof(IFieldMapper), isError || (judged.Lead is not null && judged.Owner is not null), "a lead with an owner, or an error");
        _verdicts.Add(row, isError ? RowStatus.Error : RowStatus.Blank);
        _errors += isError ? 1 : 0;
        return isError;
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (_toAsk.Count == 0)
        {
            return;
        }

        foreach (var existing in await sink.FindExistingAsync([.. _toAsk.Keys], cancellationToken).ConfigureAwait(false))
        {
            if (_toAsk.Remove(existing.SellsyContactId, out var row))
            {
                _verdicts.MarkActive(row);
                _tally.Add(RowIssues.Active(row, existing));
                _active++;
            }
        }

        _toAsk.Clear();
    }
}
