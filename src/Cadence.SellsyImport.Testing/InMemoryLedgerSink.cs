using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Memory;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// A store in memory that implements the whole contract of <see cref="ILeadSink"/>, <see cref="IImportLedger"/> and <see cref="IUndoLedger"/>: the
/// reference for other implementations. A test can also change it directly, as a person does who knows nothing of imports. Thread-safe.
/// </summary>
public sealed class InMemoryLedgerSink : ILeadSink, IUndoLedger
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private MemoryState _state = MemoryState.Empty;

    /// <summary>Creates an empty store.</summary>
    /// <param name="time">The clock of the leases, which is read while the store is locked; the system's by default.</param>
    public InMemoryLedgerSink(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    private delegate (MemoryState State, T Result) Change<T>(MemoryState state);

    /// <summary>The stored leads, in the order in which they were created.</summary>
    public IReadOnlyList<LeadVersion> Leads
    {
        get
        {
            var state = State;
            return [.. state.Leads.Values.OrderBy(lead => lead.CreatedAt).Select(state.Read)];
        }
    }

    /// <summary>The stored companies, in no order.</summary>
    public IReadOnlyList<LeadCompany> Companies => [.. State.Companies.Values.Select(company => company.Values)];

    /// <summary>How many batches were stored, undone ones included; one that was sent twice counts once.</summary>
    public int Batches
    {
        get
        {
            var state = State;
            return state.PlainBatches.Count + state.Imports.Sum(import => import.Batches.Count);
        }
    }

    private MemoryState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>Copies the whole store, as a backup does.</summary>
    /// <returns>An action that restores that state; it may be called several times.</returns>
    public Action BackUp()
    {
        var copy = State;
        return () =>
        {
            lock (_lock)
            {
                _state = copy;
            }
        };
    }

    /// <summary>Adds a lead to the store without an import.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="owner">The user who will have it.</param>
    /// <exception cref="ArgumentException">The store has this contact already.</exception>
    public void PutLead(Lead lead, CadenceUser owner)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(owner);
        Alter(transaction => transaction.Create(lead, owner));
    }

    /// <summary>Changes a lead as a person does.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="edit">Makes the new values of the old ones; the identity stays.</param>
    /// <param name="owner">The user who will have it; by default the one who has it.</param>
    /// <exception cref="KeyNotFoundException">The lead is not there.</exception>
    public void EditLead(string sellsyContactId, Func<Lead, Lead> edit, CadenceUser? owner = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        Alter(transaction =>
        {
            var there = Find(transaction, sellsyContactId);
            var edited = edit(_state.Read(there).Lead) with { SellsyAccount = there.Lead.SellsyAccount, SellsyContactId = there.Lead.SellsyContactId };
            transaction.Change(there, edited, owner ?? there.Owner, isEdit: true);
        });
    }

    /// <summary>Removes a lead as a person does.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <exception cref="KeyNotFoundException">The lead is not there.</exception>
    public void RemoveLead(string sellsyContactId) => Alter(transaction => transaction.Remove(Find(transaction, sellsyContactId)));

    /// <summary>Puts a lead into a running cadence; its version does not change.</summary>
    /// <param name="sellsyContactId">The identity of the lead.</param>
    /// <param name="cadence">The name of the cadence.</param>
    /// <exception cref="KeyNotFoundException">The lead is not there.</exception>
    public void StartCadence(string sellsyContactId, string cadence)
    {
        lock (_lock)
        {
            var there = _state.Leads[sellsyContactId];
            _state = _state with { Leads = _state.Leads.SetItem(sellsyContactId, there with { Cadences = there.Cadences.Add(cadence) }) };
        }
    }

    /// <summary>Changes a company as a person does. The change also applies to leads whose incoming company had the stored values.</summary>
    /// <param name="name">Its present name.</param>
    /// <param name="edit">Makes the new values of the old ones.</param>
    /// <exception cref="InvalidOperationException">Not exactly one company has this name.</exception>
    public void EditCompany(string name, Func<LeadCompany, LeadCompany> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        lock (_lock)
        {
            var (key, there) = _state.Companies.Single(company => company.Value.Values.Name == name);
            _state = _state with { Companies = _state.Companies.SetItem(key, there with { Values = edit(there.Values), IsEdited = true }) };
        }
    }

    /// <inheritdoc/>
    public bool RemembersBatches => true;

    /// <inheritdoc/>
    public bool KeepsSellsyAccounts => true;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        FindExistingAsync("", sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        Read(
            state => sellsyContactIds.Select(id => state.Leads.GetValueOrDefault(MemoryState.KeyOf(sellsyAccount, id))).OfType<MemoryLead>()
                .Select(lead => new ExistingLead(lead.Lead.SellsyContactId) { RunningCadences = lead.Cadences }).ToImmutableArray(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        ReadLeadsAsync("", sellsyContactIds, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        Read(state => sellsyContactIds.Select(id => state.Read(sellsyAccount, id)).OfType<LeadVersion>().ToImmutableArray(), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has two leads of one contact.</exception>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Write(state => MemoryWriting.Add(state, batch), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Write(state => MemoryLeases.Start(state, start, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has two leads of one contact, or is not the next one of its import.</exception>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Write(state => MemoryWriting.Write(state, batch, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not an end state.</exception>
    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await Write(there => (MemoryLeases.End(there, importId, leaseToken, state, endedAt), true), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Write(state => MemoryLeases.RequestCancel(state, importId, request), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        EachAsync(state => state.Read(filter), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => state.Find(importId)?.Import, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => state.Find(importId)?.Plan ?? default, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        EachAsync(state => state.Find(importId)?.Batches.Select(batch => batch.Stored) ?? [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        Write(state => MemoryForgetting.ReplacePlan(state, importId, plan, replacement), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        Write(state => MemoryForgetting.Purge(state, before), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        EachAsync(state => MemoryForgetting.RowsOf(state, sellsyAccount, sellsyContactId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        Write(state => MemoryForgetting.Forget(state, sellsyAccount, sellsyContactId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Write(state => MemoryLeases.StartUndo(state, importId, lease, takeOverFrom, _time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        Read(state => MemoryUndoing.Read(state, importId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Write(state => MemoryUndoing.Undo(state, batch, _time.GetUtcNow()) is { } undone ? (undone, true) : (state, false), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        Write(state => MemoryUndoing.End(state, importId, leaseToken, endedAt), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) => EachAsync(
        state => state.Find(importId)?.Batches.Reverse().SelectMany(batch => batch.Undone ?? []) ?? [],
        cancellationToken);

    private static MemoryLead Find(MemoryTransaction transaction, string sellsyContactId) =>
        transaction.Find(sellsyContactId) ?? throw new KeyNotFoundException("The lead is not there.");

    private void Alter(Action<MemoryTransaction> alter)
    {
        lock (_lock)
        {
            var transaction = new MemoryTransaction(_state);
            alter(transaction);
            _state = transaction.Result;
        }
    }

    private ValueTask<T> Write<T>(Change<T> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            (_state, var result) = change(_state);
            return ValueTask.FromResult(result);
        }
    }

    private ValueTask<T> Read<T>(Func<MemoryState, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(read(State));
    }

    private async IAsyncEnumerable<T> EachAsync<T>(
        Func<MemoryState, IEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in read(State))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
