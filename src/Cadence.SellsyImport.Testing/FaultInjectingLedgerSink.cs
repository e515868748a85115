using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Passes calls on to a sink that is an <see cref="IUndoLedger"/> too and disturbs one of them. It counts all calls of
/// <see cref="ILeadSink"/>, <see cref="IImportLedger"/> and <see cref="IUndoLedger"/> together, and an enumeration as one call. So a test
/// can disturb the first, the second, the third … until an import succeeds. Thread-safe.
/// </summary>
public sealed class FaultInjectingLedgerSink : ILeadSink, IUndoLedger
{
    private readonly ILeadSink _sink;
    private readonly IUndoLedger _ledger;
    private readonly SinkFault _fault;
    private readonly FaultInjector _injector;

    /// <summary>Creates the sink.</summary>
    /// <param name="inner">The sink that does the work; it must be an <see cref="IUndoLedger"/>.</param>
    /// <param name="callNumber">The one-based number of the call to disturb; 0 for none.</param>
    /// <param name="fault">What happens at that call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="callNumber"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="inner"/> is not an <see cref="IUndoLedger"/>.</exception>
    public FaultInjectingLedgerSink(ILeadSink inner, int callNumber, SinkFault fault = SinkFault.Fail)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfNegative(callNumber);
        _sink = inner;
        _ledger = inner as IUndoLedger ?? throw new ArgumentException("The sink is no IUndoLedger; use FaultInjectingLeadSink.", nameof(inner));
        _fault = fault;
        _injector = new(callNumber, fault);
    }

    /// <summary>Whether every call after the disturbed one fails too and does nothing, as when the process has ended or the connection is lost.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool StaysBroken
    {
        get => _injector.StaysBroken;
        init => _injector.StaysBroken = value;
    }

    /// <summary>
    /// Is called before and after each call does its work, and blocks the call until it returns. So a test can kill the process at
    /// exactly that point.
    /// </summary>
    /// <value>Default: none.</value>
    public Action<SinkCall>? OnCall
    {
        get => _injector.OnCall;
        init => _injector.OnCall = value;
    }

    /// <summary>How many calls there were, the disturbed one included.</summary>
    public int Calls => _injector.Calls;

    /// <summary>Whether the call to disturb was reached.</summary>
    public bool IsFaultInjected => _injector.IsFaultInjected;

    /// <summary>The method whose call was disturbed; null before it is reached.</summary>
    public string? DisturbedCall => _injector.DisturbedCall;

    internal SinkFault Fault => _fault;

    /// <inheritdoc/>
    public bool RemembersBatches => _sink.RemembersBatches;

    /// <inheritdoc/>
    public bool KeepsSellsyAccounts => _sink.KeepsSellsyAccounts;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _sink.FindExistingAsync(sellsyAccount, sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ReadLeadsAsync(sellsyAccount, sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _sink.FindExistingAsync(sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _sink.AddAsync(batch, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ReadLeadsAsync(sellsyContactIds, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.StartAsync(start, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.WriteAsync(batch, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LeadAnswer>> WriteLeadsAsync(LedgerBatch batch, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.WriteLeadsAsync(batch, cancellationToken), cancellationToken, nameof(WriteAsync));

    /// <inheritdoc/>
    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await _injector.CallAsync(
            async () =>
            {
                await _ledger.EndAsync(importId, leaseToken, state, endedAt, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.RequestCancelAsync(importId, request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
        EachAsync(_ledger.ReadImportsAsync(filter, cancellationToken), nameof(ReadImportsAsync), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.FindImportAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ReadPlanAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> ReadBatchesAsync(string importId, CancellationToken cancellationToken = default) =>
        EachAsync(_ledger.ReadBatchesAsync(importId, cancellationToken), nameof(ReadBatchesAsync), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ReplacePlanAsync(importId, plan, replacement, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.PurgeAsync(before, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        EachAsync(_ledger.ReadRowsOfAsync(sellsyAccount, sellsyContactId, cancellationToken), nameof(ReadRowsOfAsync), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ForgetAsync(sellsyAccount, sellsyContactId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.ReadUndoableAsync(importId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.UndoAsync(batch, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        _injector.CallAsync(() => _ledger.EndUndoAsync(importId, leaseToken, endedAt, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<UndoEntry> ReadUndoneAsync(string importId, CancellationToken cancellationToken = default) =>
        EachAsync(_ledger.ReadUndoneAsync(importId, cancellationToken), nameof(ReadUndoneAsync), cancellationToken);

    private async IAsyncEnumerable<T> EachAsync<T>(
        IAsyncEnumerable<T> items,
        string method,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = await _injector.StartAsync(cancellationToken, method).ConfigureAwait(false);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }

        _injector.End(number, method);
    }
}
