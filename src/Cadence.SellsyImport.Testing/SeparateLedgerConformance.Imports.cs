using System.Globalization;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;
using Xunit.Sdk;

namespace Cadence.SellsyImport.Testing;

// Whole imports with plain sinks over the ledger, disturbed at every call: nothing is lost, and nothing is sent that is there.
public abstract partial class SeparateLedgerConformance
{
    private const int RowsOfFault = 14;

    /// <summary>The sinks with which whole imports run, by what they offer.</summary>
    public static TheoryData<string, SinkFault> SinksAndFaults { get; } =
        new MatrixTheoryData<string, SinkFault>(SeparateImport.Sinks, Enum.GetValues<SinkFault>());

    /// <summary>The sinks with which an import can be undone.</summary>
    public static TheoryData<string> SinksThatUndo { get; } = [.. SeparateImport.SinksThatUndo];

    /// <summary>How many random imports each test about them runs, for each sink.</summary>
    /// <value>1 or more. Default: 5.</value>
    protected virtual int Cases => 5;

    /// <summary>Of the calls of an import, each of which is disturbed in an import of its own, only every so many are.</summary>
    /// <value>1 or more; an odd number disturbs calls that fail once and calls after which all fail. Default: 1, every call.</value>
    protected virtual int CallStep => 1;

    /// <summary>An import that is disturbed at any call of the sink or the ledger ends, called again, like an undisturbed one. So does its undo.</summary>
    /// <param name="sink">What the sink offers.</param>
    /// <param name="fault">What happens at the call.</param>
    [Theory]
    [MemberData(nameof(SinksAndFaults))]
    public async Task An_import_disturbed_at_any_call_is_completed_by_calling_it_again(string sink, SinkFault fault)
    {
        var import = EachOnce(sink);
        var (calls, inDoubt) = await DisturbAsync(sink, import, fault);
        Assert.InRange(calls, 12, 120);
        Assert.InRange(inDoubt, CallStep == 1 ? 3 : 1, 120);
    }

    /// <summary>The same with random files, with rows that are merged, refused or repeated.</summary>
    /// <param name="sink">What the sink offers.</param>
    /// <param name="fault">What happens at the call.</param>
    [Theory]
    [MemberData(nameof(SinksAndFaults))]
    public Task A_random_import_disturbed_anywhere_is_completed_by_calling_it_again(string sink, SinkFault fault) => HoldAsync(async seed =>
    {
        var import = new RandomImport(seed);
        await DisturbAsync(sink, SeparateImport.CanChange(sink) ? import : new(seed) { Policy = ExistingLeadPolicy.Skip }, fault);
    });

    /// <summary>An undo that is disturbed at any call, and called again, ends like an undisturbed one.</summary>
    /// <param name="sink">What the sink offers.</param>
    [Theory]
    [MemberData(nameof(SinksThatUndo))]
    public Task An_undo_disturbed_anywhere_is_completed_by_calling_it_again(string sink) => HoldAsync(async seed =>
    {
        var import = SeparateImport.CanChange(sink) ? new RandomImport(seed) : new(seed) { Policy = ExistingLeadPolicy.Skip };
        var run = new SeparateImport(sink, await OpenLedgerAsync(), import);
        await run.PrepareAsync();
        var before = run.Texts;
        var imported = await run.ImportAsync();
        for (var call = 1; ; call++)
        {
            var faults = new FaultInjector(call, call % 2 == 0 ? SinkFault.Fail : SinkFault.DoThenFail) { StaysBroken = true };
            try
            {
                await run.UndoAsync(imported.Import.ImportId, faults);
            }
            catch (InjectedFaultException)
            {
            }

            if (!faults.IsFaultInjected)
            {
                break;
            }
        }

        var report = await run.UndoAsync(imported.Import.ImportId);

        Assert.Equal(before, run.Texts);
        Assert.Equal((imported.Counts.Added, 0, 0), (report.Removed, report.Kept, report.Vanished));
        Assert.Empty(report.Exceptions);
        Assert.Equal(ImportState.Undone, (await run.FindAsync(imported.Import.ImportId)).State);
    });

    /// <summary>
    /// An import that stops with a batch in doubt, and is undone instead of resumed, leaves no lead. What is in the sink is accounted for, the other
    /// rows of the batch are refused.
    /// </summary>
    /// <param name="sink">What the sink offers.</param>
    [Theory]
    [MemberData(nameof(SinksThatUndo))]
    public async Task An_import_with_a_batch_in_doubt_is_undone_whole(string sink)
    {
        var import = EachOnce(sink);
        var ledger = await OpenLedgerAsync();
        for (var call = 1; ; call++)
        {
            var run = new SeparateImport(sink, ledger, import);
            await run.PrepareAsync();
            var before = run.Texts;
            var faults = new FaultInjector(call, SinkFault.DoThenFail) { StaysBroken = true };
            await run.FailAsync(faults);
            if (!faults.IsFaultInjected)
            {
                break;
            }

            if (await run.FindLastAsync() is { State: ImportState.Running or ImportState.Interrupted } stopped)
            {
                var report = await run.UndoAsync(stopped.Import.ImportId);

                Assert.Equal(before, run.Texts);
                Assert.Empty(report.Exceptions);
                var undone = await run.FindAsync(stopped.Import.ImportId);
                Assert.Equal((ImportState.Undone, false), (undone.State, undone.HasBatchInDoubt));
                Assert.True(undone.Counts.IsBalanced);
                Assert.Equal((undone.Counts.Added, undone.Counts.Updated), (report.Removed, report.Restored));
            }
        }
    }

    private static RandomImport EachOnce(string sink) => new(1)
    {
        Policy = SeparateImport.PolicyOf(sink),
        Repeated = RepeatedContacts.FirstWins,
        BatchSize = 3,
        Before = RandomImport.Existing(4),
        File = RandomImport.EachOnce(RowsOfFault),
    };

    /// <summary>Disturbs an import at each of its calls in turn.</summary>
    /// <returns>The number of calls, and how many of them left a batch in doubt.</returns>
    private async Task<(int Calls, int InDoubt)> DisturbAsync(string sink, RandomImport import, SinkFault fault)
    {
        var ledger = await OpenLedgerAsync();
        var undisturbed = new SeparateImport(sink, ledger, import);
        await undisturbed.PrepareAsync();
        var before = undisturbed.Texts;
        var counting = new FaultInjector(0);
        var expected = await undisturbed.TextAsync(await undisturbed.ImportAsync(counting));
        var inDoubt = 0;
        for (var call = 1; call <= counting.Calls; call += CallStep)
        {
            var run = new SeparateImport(sink, ledger, import);
            await run.PrepareAsync();
            await run.FailAsync(new FaultInjector(call, fault) { StaysBroken = call % 2 == 0 });
            inDoubt += run.Stopped is { HasBatchInDoubt: true } ? 1 : 0;
            var told = $"{sink}, {fault} at call {call}";

            var report = await run.ImportAsync();

            AssertSame(undisturbed.Texts, run.Texts, told);
            AssertSame(undisturbed.SentAlthoughThere, run.SentAlthoughThere, told);
            var finished = await run.FindLastAsync();
            Assert.Equal((told, ImportState.Finished, false), (told, finished!.State, finished.HasBatchInDoubt));
            if (run.Stopped?.State == ImportState.Finished)
            {
                continue;
            }

            AssertSame(expected, await run.TextAsync(report), told);
            Assert.Equal((told, report.Counts), (told, finished.Counts));
            if (SeparateImport.SinksThatUndo.Contains(sink))
            {
                Assert.Equal(report.Counts.Added, (await run.UndoAsync(finished.Import.ImportId)).Removed);
                AssertSame(before, run.Texts, $"{told}, undone");
            }
        }

        return (counting.Calls, inDoubt);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual, string told) =>
        Assert.Equal(expected.Prepend(told), actual.Prepend(told));

    private async Task HoldAsync(Func<int, Task> test)
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("CADENCE_CASES"), CultureInfo.InvariantCulture, out var given) ? given : Cases;
        var first = int.TryParse(Environment.GetEnvironmentVariable("CADENCE_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Random.Shared.Next(1_000_000_000);
        for (seed = first; seed < first + cases; seed++)
        {
            try
            {
                await test(seed);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new XunitException(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}: {exception.Message}"), exception);
            }
        }
    }
}
