using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>The contacts that are still to be looked for in Cadence, some thousand at a time.</summary>
/// <param name="export">The file.</param>
/// <param name="columns">The columns that the rows need.</param>
/// <param name="validator">Validates rows.</param>
/// <param name="store">Gives access to the leads that are in Cadence.</param>
/// <param name="statuses">Receives the active rows.</param>
/// <param name="comparison">Compares them with their leads.</param>
internal sealed class PendingLookups(ISellsyExport export, ColumnSelection columns, RowValidator validator, ImportStore store, RowStatuses statuses, LeadComparison comparison)
{
    private const int Most = 4_096;
    private const string SameRows = "the same rows whenever they are read";

    private readonly ILeadReader? _changeable = store.ChangeableLeads;
    private readonly Dictionary<string, PendingLookup> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<long, LeadVersion> _unread = [];

    /// <summary>Sets the row that stands for a contact; null if none of its rows can be added.</summary>
    public void Set(ContactKey contact, PendingLookup? row)
    {
        if (row is { } pending)
        {
            _pending[contact.ToString()] = pending;
        }
        else
        {
            _pending.Remove(contact.ToString());
        }
    }

    public ValueTask RunIfManyAsync(CancellationToken cancellationToken) => _pending.Count < Most ? default : RunAsync(cancellationToken);

    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        if (_changeable is not null)
        {
            var leads = await _changeable.ReadLeadsAsync(validator.SellsyAccount, [.. _pending.Keys], cancellationToken).ConfigureAwait(false);
            var first = default(RowPosition?);
            foreach (var there in SeamGuard.Whole(nameof(ILeadReader), leads))
            {
                var row = SeamGuard.Take(nameof(ILeadReader), _pending, StoreGuard.IdOf(there, validator.SellsyAccount));
                Find(row, there);
                first = row.Lead is null && !(first?.Number < row.Position.Number) ? row.Position : first;
            }

            if (first is { } start)
            {
                await ReadAsync(start, cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            var leads = await store.Sink.FindExistingAsync(validator.SellsyAccount, [.. _pending.Keys], cancellationToken).ConfigureAwait(false);
            foreach (var existing in SeamGuard.Whole(nameof(ILeadSink), leads))
            {
                statuses.Change(SeamGuard.Take(nameof(ILeadSink), _pending, existing.SellsyContactId).Position.Number, RowStatus.Active);
            }
        }

        _pending.Clear();
    }

    private void Find(PendingLookup row, LeadVersion there)
    {
        var number = row.Position.Number;
        statuses.Change(number, RowStatus.Active);
        if (row.Lead is { } lead)
        {
            statuses.Verdicts.SetExisting(number, there.Version, comparison.Compare(there, lead, row.Owner!));
        }
        else
        {
            _unread.Add(number, there);
        }
    }

    /// <summary>Reads the rows that were only scanned: what the policies would do with a lead that is there is decided by the whole row.</summary>
    private async ValueTask ReadAsync(RowPosition start, CancellationToken cancellationToken)
    {
        await foreach (var row in export.ReadRowsAsync(columns, start, cancellationToken).ConfigureAwait(false))
        {
            if (_unread.Remove(row.Number, out var there))
            {
                var validated = validator.Validate(row);
                SeamGuard.Check(nameof(ISellsyCsvReader), validated is { Lead: not null, Owner: not null, HasError: false }, SameRows);
                statuses.Verdicts.SetExisting(row.Number, there.Version, comparison.Compare(there, validated.Lead!, validated.Owner!));
                if (_unread.Count == 0)
                {
                    return;
                }
            }
        }

        SeamGuard.Check(nameof(ISellsyCsvReader), _unread.Count == 0, SameRows);
    }
}
