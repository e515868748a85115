using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class FaultInjectingLeadSinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_call_that_shall_fail_fails_and_does_nothing_and_the_others_work()
    {
        var inner = new InMemoryLeadSink();
        var sink = new FaultInjectingLeadSink(inner, 3);
        await sink.FindExistingAsync(["11"], Cancellation);
        await sink.AddAsync(TestData.Batch(1, "11"), Cancellation);
        Assert.False(sink.IsFaultInjected);

        var exception = await Assert.ThrowsAsync<InjectedFaultException>(async () => await sink.AddAsync(TestData.Batch(2, "12"), Cancellation));

        Assert.Equal("Call 3 of the sink failed, as the test asked: Fail.", exception.Message);
        Assert.True(sink.IsFaultInjected);
        Assert.Single(inner.Leads);
        await sink.AddAsync(TestData.Batch(2, "12"), Cancellation);
        Assert.Equal(2, inner.Leads.Count);
        Assert.Equal(4, sink.Calls);
    }

    [Fact]
    public async Task A_call_can_do_its_work_and_then_fail_so_that_handing_it_over_again_finds_it_stored()
    {
        var inner = new InMemoryLeadSink();
        var sink = new FaultInjectingLeadSink(inner, 1, SinkFault.DoThenFail);

        await Assert.ThrowsAsync<InjectedFaultException>(async () => await sink.AddAsync(TestData.Batch(1, "11"), Cancellation));
        Assert.Single(inner.Leads);
        var again = await sink.AddAsync(TestData.Batch(1, "11"), Cancellation);

        Assert.Equal([LeadEntryOutcome.Added], again);
        Assert.Single(inner.Leads);
    }

    [Fact]
    public async Task A_call_can_hang_until_it_is_cancelled()
    {
        var inner = new InMemoryLeadSink();
        var sink = new FaultInjectingLeadSink(inner, 1, SinkFault.HangUntilCancelled);
        using var cancellation = new CancellationTokenSource();

        var call = sink.AddAsync(TestData.Batch(1, "11"), cancellation.Token).AsTask();
        Assert.False(call.IsCompleted);
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Empty(inner.Leads);
    }

    [Fact]
    public async Task Every_kind_of_call_is_counted_and_passed_on()
    {
        var inner = new InMemoryLeadSink(new ExistingLead("11"));
        var sink = new FaultInjectingLeadSink(inner, 0);

        var found = await sink.FindExistingAsync(["11"], Cancellation);
        await sink.AddAsync(TestData.Batch(1, "12"), Cancellation);

        Assert.Equal(2, sink.Calls);
        Assert.False(sink.IsFaultInjected);
        Assert.Equal((1, 1), (found.Length, inner.Leads.Count));
    }
}
