using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// A store in memory as an API is one: it adds lead by lead, remembers no batch, and a call that fails midway leaves what it added. A class that is derived
/// from it offers further steps. A test can also change it directly, as a person does. Thread-safe.
/// </summary>
public abstract class PlainSinkBase : ILeadSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LeadVersion> _leads = new(StringComparer.Ordinal);
    private readonly List<string> _sentAgain = [];
    private int _running;
    private int _mostRunning;

    /// <summary>Disturbs a call; each lead that is added, changed or removed counts as one.</summary>
    /// <value>Default: null, no call is disturbed.</value>
    public FaultInjector? Faults { get; set; }

    /// <summary>The leads, by their ids.</summary>
    public IReadOnlyList<LeadVersion> Leads
    {
        get
        {
            lock (_lock)
            {
                return [.. _leads.Values.OrderBy(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>The ids of the contacts that were sent to be added although they were there, each as often as it was.</summary>
    public IReadOnlyList<string> SentAlthoughThere
    {
        get
        {
            lock (_lock)
            {
                return [.. _sentAgain];
            }
        }
    }

    /// <summary>The largest number of calls that ran at the same time.</summary>
    public int MostCallsAtOnce => Volatile.Read(ref _mostRunning);

    /// <summary>Puts a lead into the store without an import, as a person does; one of the same id is replaced.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="owner">The user who will have it.</param>
    public void PutLead(Lead lead, CadenceUser owner)
    {
        ArgumentNullException.ThrowIfNull(lead);
        lock (_lock)
        {
            Put(lead, owner);
        }
    }

    /// <summary>Changes a lead as a person does.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="edit">Makes the new values of the old ones.</param>
    /// <exception cref="KeyNotFoundException">The lead is not there.</exception>
    public void EditLead(string sellsyContactId, Func<Lead, Lead> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        lock (_lock)
        {
            var there = _leads[sellsyContactId];
            Put(edit(there.Lead), there.Owner);
        }
    }

    /// <summary>Removes a lead as a person does.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    public void RemoveLead(string sellsyContactId)
    {
        lock (_lock)
        {
            _leads.Remove(sellsyContactId);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        OneAtATimeAsync(() => CallAsync(
            () => Find(sellsyContactIds).Select(lead => new ExistingLead(lead.Lead.SellsyContactId)).ToImmutableArray(),
            cancellationToken,
            nameof(FindExistingAsync)));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return EachAsync(batch.Entries, entry => Add(entry).Outcome, cancellationToken, nameof(AddAsync));
    }

    /// <summary>Adds leads as <see cref="AddAsync"/>, and answers with their versions.</summary>
    /// <param name="batch">The leads.</param>
    /// <param name="cancellationToken">Cancels between two leads.</param>
    /// <returns>What <see cref="IAnsweringLeadSink.AddLeadsAsync"/> returns.</returns>
    protected ValueTask<ImmutableArray<LeadAnswer>> AddWithVersionsAsync(LeadBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return EachAsync(batch.Entries, Add, cancellationToken, nameof(AddAsync));
    }

    /// <summary>Reads whole leads.</summary>
    /// <param name="sellsyContactIds">Their ids.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What <see cref="ILeadReader"/> returns.</returns>
    protected ValueTask<ImmutableArray<LeadVersion>> ReadAsync(ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken) =>
        OneAtATimeAsync(() => CallAsync(() => Find(sellsyContactIds).ToImmutableArray(), cancellationToken, nameof(ILeadReader.ReadLeadsAsync)));

    /// <summary>Changes leads that have the versions.</summary>
    /// <param name="batch">The changes.</param>
    /// <param name="cancellationToken">Cancels between two leads.</param>
    /// <returns>What <see cref="ILeadUpdater.UpdateAsync"/> returns.</returns>
    protected ValueTask<ImmutableArray<LeadAnswer>> ChangeAsync(LeadBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return EachAsync(batch.Entries, Update, cancellationToken, nameof(ILeadUpdater.UpdateAsync));
    }

    /// <summary>Removes leads that have the versions.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="cancellationToken">Cancels between two leads.</param>
    /// <returns>What <see cref="ILeadRemover.RemoveAsync"/> returns.</returns>
    protected ValueTask<ImmutableArray<UndoOutcome>> DeleteAsync(ImmutableArray<LeadVersion> leads, CancellationToken cancellationToken) =>
        EachAsync(leads, Remove, cancellationToken, nameof(ILeadRemover.RemoveAsync));

    private LeadAnswer Add(LeadEntry entry)
    {
        if (!_leads.ContainsKey(entry.Lead.SellsyContactId))
        {
            return LeadAnswer.Added(Put(entry.Lead, entry.Owner));
        }

        _sentAgain.Add(entry.Lead.SellsyContactId);
        return LeadEntryOutcome.AlreadyPresent;
    }

    private LeadAnswer Update(LeadEntry entry) => _leads.GetValueOrDefault(entry.Lead.SellsyContactId) switch
    {
        null => LeadEntryOutcome.Vanished,
        var there when there.Version != entry.Before!.Version => LeadEntryOutcome.ChangedMeanwhile,
        _ => LeadAnswer.Updated(Put(entry.Lead, entry.Owner)),
    };

    private UndoOutcome Remove(LeadVersion lead)
    {
        if (!_leads.TryGetValue(lead.Lead.SellsyContactId, out var there))
        {
            return UndoOutcome.Vanished;
        }

        return there.Version == lead.Version && _leads.Remove(lead.Lead.SellsyContactId) ? UndoOutcome.Removed : UndoOutcome.Kept;
    }

    /// <summary>Does the work lead by lead, so that a fault may come in the midst.</summary>
    private ValueTask<ImmutableArray<TResult>> EachAsync<T, TResult>(
        ImmutableArray<T> items,
        Func<T, TResult> work,
        CancellationToken cancellationToken,
        string method) => OneAtATimeAsync(async () =>
    {
        var results = ImmutableArray.CreateBuilder<TResult>(items.Length);
        foreach (var item in items)
        {
            results.Add(await CallAsync(() => work(item), cancellationToken, method).ConfigureAwait(false));
        }

        return results.MoveToImmutable();
    });

    private async ValueTask<T> OneAtATimeAsync<T>(Func<ValueTask<T>> call)
    {
        var running = Interlocked.Increment(ref _running);
        lock (_lock)
        {
            _mostRunning = Math.Max(_mostRunning, running);
        }

        try
        {
            await Task.Yield();
            return await call().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private ValueTask<T> CallAsync<T>(Func<T> work, CancellationToken cancellationToken, string method)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Faults?.CallAsync(() => new ValueTask<T>(Locked(work)), cancellationToken, method) ?? new(Locked(work));
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    private IEnumerable<LeadVersion> Find(ImmutableArray<string> sellsyContactIds) => sellsyContactIds.Select(id => _leads.GetValueOrDefault(id)).OfType<LeadVersion>();

    private long Put(Lead lead, CadenceUser owner)
    {
        var version = Random.Shared.NextInt64(1, long.MaxValue);
        _leads[lead.SellsyContactId] = new(lead, owner, version);
        return version;
    }
}
