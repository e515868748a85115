using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;
using Xunit.Sdk;

namespace Cadence.SellsyImport.Tests.Conformance;

/// <summary>The suite notices a ledger that breaks its contract, by its records and by whole imports.</summary>
public sealed class SeparateLedgerConformanceTests
{
    private const string Plain = "find and add";

    [Fact]
    public Task A_ledger_that_forgets_begun_batches_is_noticed() => IsNoticedAsync(
        ledger => ledger.ForgetsBegun = true,
        suite => suite.A_begun_batch_is_in_doubt_until_it_is_written(),
        suite => suite.A_batch_that_is_begun_twice_stays_as_it_is(),
        suite => suite.An_import_disturbed_at_any_call_is_completed_by_calling_it_again(Plain, SinkFault.DoThenFail));

    [Fact]
    public Task A_ledger_that_begins_a_batch_twice_is_noticed() => IsNoticedAsync(
        ledger => ledger.BeginsTwice = true,
        suite => suite.A_batch_that_is_begun_twice_stays_as_it_is(),
        suite => suite.An_import_disturbed_at_any_call_is_completed_by_calling_it_again(Plain, SinkFault.DoThenFail));

    [Fact]
    public Task A_ledger_that_does_not_tell_a_batch_in_doubt_is_noticed() => IsNoticedAsync(
        ledger => ledger.HidesDoubt = true,
        suite => suite.A_begun_batch_is_in_doubt_until_it_is_written(),
        suite => suite.Only_the_last_holder_of_the_lease_writes("dead"));

    private static async Task IsNoticedAsync(Action<BentLedger> bend, params Func<SeparateLedgerConformance, Task>[] tests)
    {
        foreach (var test in tests)
        {
            await test(new Suite(_ => { }));
            await Assert.ThrowsAnyAsync<XunitException>(() => test(new Suite(bend)));
        }
    }

    private sealed class Suite : SeparateLedgerConformance
    {
        private readonly BentLedger _ledger;

        public Suite(Action<BentLedger> bend)
        {
            _ledger = new(new InMemoryLedger(Time));
            bend(_ledger);
        }

        protected override ValueTask<ISeparateLedger> OpenLedgerAsync() => new(_ledger);
    }

    private sealed class BentLedger(InMemoryLedger inner) : ISeparateLedger
    {
        public bool ForgetsBegun { get; set; }

        public bool BeginsTwice { get; set; }

        public bool HidesDoubt { get; set; }

        public ValueTask<bool> ReplacePlanAsync(
            string importId, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken = default) =>
            inner.ReplacePlanAsync(importId, plan, replacement, cancellationToken);

        public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => inner.PurgeAsync(before, cancellationToken);

        public ValueTask<bool> ReplaceContentAsync(BatchRecord batch, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
            inner.ReplaceContentAsync(batch, content, cancellationToken);

        public async ValueTask<BatchRecord?> BeginBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default)
        {
            if (ForgetsBegun)
            {
                return null;
            }

            if (BeginsTwice && await inner.FindNewestBatchAsync(batch.ImportId, cancellationToken) is { Stage: BatchStage.Begun })
            {
                await inner.SetBatchAsync(batch, lease, cancellationToken);
                return null;
            }

            return await inner.BeginBatchAsync(batch, lease, cancellationToken);
        }

        public ValueTask SetBatchAsync(BatchRecord batch, LeaseRequest lease, CancellationToken cancellationToken = default) =>
            inner.SetBatchAsync(batch, lease, cancellationToken);

        public ValueTask<BatchRecord?> FindNewestBatchAsync(string importId, CancellationToken cancellationToken = default) =>
            inner.FindNewestBatchAsync(importId, cancellationToken);

        public ValueTask<ImmutableArray<BatchRecord>> ReadBatchesAsync(string importId, int first, int last, CancellationToken cancellationToken = default) =>
            inner.ReadBatchesAsync(importId, first, last, cancellationToken);

        public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default) =>
            Bend(await inner.StartAsync(start, cancellationToken));

        public ValueTask EndAsync(string importId, string leaseToken, ImportState state, DateTimeOffset endedAt, CancellationToken cancellationToken = default) =>
            inner.EndAsync(importId, leaseToken, state, endedAt, cancellationToken);

        public ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default) =>
            inner.RequestCancelAsync(importId, request, cancellationToken);

        public IAsyncEnumerable<LedgerImport> ReadImportsAsync(ImportFilter? filter = null, CancellationToken cancellationToken = default) =>
            inner.ReadImportsAsync(filter, cancellationToken).Select(Bend);

        public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
            await inner.FindImportAsync(importId, cancellationToken) is { } import ? Bend(import) : null;

        public ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
            inner.ReadPlanAsync(importId, cancellationToken);

        public ValueTask<LedgerImport?> StartUndoAsync(
            string importId, LeaseRequest lease, string? takeOverFrom = null, CancellationToken cancellationToken = default) =>
            inner.StartUndoAsync(importId, lease, takeOverFrom, cancellationToken);

        private LedgerImport Bend(LedgerImport import) => HidesDoubt ? import with { HasBatchInDoubt = false } : import;
    }
}
