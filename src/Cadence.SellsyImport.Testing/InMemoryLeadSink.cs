using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// A store in memory that implements the whole contract of <see cref="ILeadSink"/>: a batch is added whole or not at all, and one that is
/// sent twice is stored once. Thread-safe.
/// </summary>
public sealed class InMemoryLeadSink : ILeadSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string ImportId, int Number), ImmutableArray<LeadEntryOutcome>> _batches = [];
    private ImmutableDictionary<(string Account, string Id), ExistingLead> _existing = ImmutableDictionary<(string Account, string Id), ExistingLead>.Empty;
    private ImmutableList<LeadEntry> _leads = [];

    /// <summary>Creates the store.</summary>
    /// <param name="existing">The contacts that it has from the start.</param>
    public InMemoryLeadSink(params IEnumerable<ExistingLead> existing)
    {
        foreach (var lead in existing)
        {
            AddExisting(lead);
        }
    }

    /// <summary>The leads that imports added, in the order in which they were added.</summary>
    public IReadOnlyList<LeadEntry> Leads
    {
        get
        {
            lock (_lock)
            {
                return _leads;
            }
        }
    }

    /// <summary>How many batches were stored; one that was sent twice counts once.</summary>
    public int Batches
    {
        get
        {
            lock (_lock)
            {
                return _batches.Count;
            }
        }
    }

    /// <summary>Adds a contact of no named account to the store without an import, as when it appears between preview and write.</summary>
    /// <param name="lead">The contact; an existing one is replaced.</param>
    public void AddExisting(ExistingLead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        lock (_lock)
        {
            _existing = _existing.SetItem(("", lead.SellsyContactId), lead);
        }
    }

    /// <inheritdoc/>
    public bool RemembersBatches => true;

    /// <inheritdoc/>
    public bool KeepsSellsyAccounts => true;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) => FindExistingAsync("", sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var found = ImmutableArray.CreateBuilder<ExistingLead>();
            foreach (var id in sellsyContactIds)
            {
                if (_existing.TryGetValue((sellsyAccount, id), out var lead))
                {
                    found.Add(lead);
                }
            }

            return ValueTask.FromResult(found.ToImmutable());
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch holds a contact twice; nothing of it is stored.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; nothing of the batch is stored.</exception>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var key = (batch.Import.ImportId, batch.Number);
            if (!_batches.TryGetValue(key, out var outcomes))
            {
                outcomes = Store(batch);
                _batches.Add(key, outcomes);
            }

            return ValueTask.FromResult(outcomes);
        }
    }

    private ImmutableArray<LeadEntryOutcome> Store(LeadBatch batch)
    {
        var outcomes = ImmutableArray.CreateBuilder<LeadEntryOutcome>(batch.Entries.Length);
        var (existing, leads) = (_existing, _leads.ToBuilder());
        var ofThisBatch = new HashSet<(string Account, string Id)>();
        foreach (var entry in batch.Entries)
        {
            ArgumentNullException.ThrowIfNull(entry.Lead.SellsyContactId, nameof(batch));
            var id = (entry.Lead.SellsyAccount, entry.Lead.SellsyContactId);
            if (!ofThisBatch.Add(id))
            {
                throw new ArgumentException($"Row {entry.Row} has the contact of an earlier row of the batch; each contact once is expected.", nameof(batch));
            }

            var isPresent = existing.ContainsKey(id);
            outcomes.Add(isPresent ? LeadEntryOutcome.AlreadyPresent : LeadEntryOutcome.Added);
            if (!isPresent)
            {
                existing = existing.Add(id, new(entry.Lead.SellsyContactId));
                leads.Add(entry);
            }
        }

        (_existing, _leads) = (existing, leads.ToImmutable());
        return outcomes.ToImmutable();
    }
}
