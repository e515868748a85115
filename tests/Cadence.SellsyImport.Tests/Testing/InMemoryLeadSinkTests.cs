using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class InMemoryLeadSinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_are_added_in_order_and_found_afterwards()
    {
        var sink = new InMemoryLeadSink();

        var outcomes = await sink.AddAsync(TestData.Batch(1, "11", "12"), Cancellation);

        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.Added], outcomes);
        Assert.Equal(["11", "12"], sink.Leads.Select(entry => entry.Lead.SellsyContactId));
        Assert.Equal([new ExistingLead("12")], await sink.FindExistingAsync(["12", "13"], Cancellation));
    }

    [Fact]
    public async Task A_batch_that_is_handed_over_twice_is_stored_once_and_gets_its_first_result()
    {
        var sink = new InMemoryLeadSink();
        await sink.AddAsync(TestData.Batch(1, "11"), Cancellation);

        var again = await sink.AddAsync(TestData.Batch(1, "11"), Cancellation);

        Assert.Equal([LeadEntryOutcome.Added], again);
        Assert.Single(sink.Leads);
        Assert.Equal(1, sink.Batches);
    }

    [Fact]
    public async Task A_contact_that_is_there_already_is_left_as_it_is()
    {
        var existing = new ExistingLead("11") { RunningCadences = ["Relance"] };
        var sink = new InMemoryLeadSink(existing);

        var outcomes = await sink.AddAsync(TestData.Batch(1, "11", "12"), Cancellation);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], outcomes);
        Assert.Equal("12", Assert.Single(sink.Leads).Lead.SellsyContactId);
        Assert.Same(existing, Assert.Single(await sink.FindExistingAsync(["11"], Cancellation)));
    }

    [Fact]
    public async Task Of_a_batch_that_cannot_be_stored_nothing_is_stored()
    {
        var sink = new InMemoryLeadSink();

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            async () => await sink.AddAsync(TestData.Batch(1, "11", "12", "11"), Cancellation));
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await sink.AddAsync(TestData.Batch(2, "13"), new CancellationToken(canceled: true)));

        Assert.StartsWith("Row 3 has the contact of an earlier row of the batch; each contact once is expected.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(sink.Leads);
        Assert.Equal(0, sink.Batches);
        Assert.Empty(await sink.FindExistingAsync(["11", "12", "13"], Cancellation));
    }

    [Fact]
    public async Task Two_imports_at_once_add_each_contact_once()
    {
        var sink = new InMemoryLeadSink();
        var ids = Enumerable.Range(1, 200).Select(id => $"{id}").ToArray();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(
            import => Task.Run(
                async () => await sink.AddAsync(
                    TestData.Batch(1, [.. ids]) with { Import = TestData.Import with { ImportId = $"import-{import}" } },
                    Cancellation),
                Cancellation)));

        Assert.Equal(200, sink.Leads.Count);
        Assert.Equal(200, outcomes.Sum(outcome => outcome.Count(one => one == LeadEntryOutcome.Added)));
    }
}
